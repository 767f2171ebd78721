import HTTPTypes
import PaymentIntents

/// Who can sign.
extension CallbackSignatureRules {
    static let wrongKey = AdapterRule(
        "callback.signature.wrong-key",
        "Only the key that the merchant and the provider share makes a callback authentic."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        let key = setup.callbackKeys[0]
        let others = [
            "another-key-0123456789", key + " ", key + "\n", " " + key, key.uppercased(), String(key.dropLast()),
            String(key.dropFirst()), String(key.reversed()), setup.credential, setup.account.rawValue + key,
            String(repeating: "0", count: 64), String(repeating: " ", count: 16),
        ]
        for other in others {
            let callback = try subject.genuineCallback(setup: setup.with { $0.callbackKeys = [other] })
            try CallbackOutcome(of: callback, at: adapter).mustBeRefused("a callback signed with “\(other)”")
        }
    }

    static let otherAccount = AdapterRule(
        "callback.signature.other-account",
        "What was signed for one account says nothing about another one of the same merchant."
    ) { subject in
        let first = try AdapterSetup()
        let second = first.with {
            $0.account = AccountName("contract-2") ?? $0.account
            $0.credential = "credential-2f7a90c13b"
            $0.callbackKeys = ["callback-key-c0418b77de"]
        }
        let adapters = try [first, second].map { try subject.adapter($0) }
        for (sender, receiver) in [(first, adapters[1]), (second, adapters[0])] {
            try CallbackOutcome(of: try subject.genuineCallback(setup: sender), at: receiver)
                .mustBeRefused("a callback of the account \(sender.account) at \(receiver.account)")
        }
    }

    static let rotation = AdapterRule(
        "callback.signature.rotation",
        "While a key is exchanged callbacks come with either; once the old one is gone, whoever stole it has nothing."
    ) { subject in
        let (new, old) = ("callback-key-new-71c5", "callback-key-old-e209")
        let setup = try AdapterSetup()
        func outcome(signing key: String, accepting keys: [String]) throws -> CallbackOutcome {
            let callback = try subject.genuineCallback(setup: setup.with { $0.callbackKeys = [key] })
            return CallbackOutcome(of: callback, at: try subject.adapter(setup.with { $0.callbackKeys = keys }))
        }
        for key in [new, old] {
            for keys in [[new, old], [old, new]] {
                let taken = try outcome(signing: key, accepting: keys)
                try require(
                    taken.evidence?.claim == .succeeded,
                    sent: "a callback signed with \(key), while \(keys) are configured",
                    came: "\(taken)",
                    due: "evidence of a success"
                )
            }
        }
        try outcome(signing: old, accepting: [new]).mustBeRefused("a callback signed with a key that is gone")
        try outcome(signing: new, accepting: [old]).mustBeRefused("a callback signed with a key that is not there yet")
    }

    static let emptyKey = AdapterRule(
        "callback.signature.empty-key",
        "HMAC works with an empty key, and everybody knows it."
    ) { subject in
        let setup = try AdapterSetup()
        for keys in [[""], ["", setup.callbackKeys[0]], [setup.callbackKeys[0], ""], ["                "], ["short"]] {
            let account = setup.with { $0.callbackKeys = keys }
            try require(
                (try? subject.adapter(account)) == nil,
                sent: "the keys \(keys)",
                came: "an adapter",
                due: "an error about the configuration"
            )
        }
    }

    static let noKeys = AdapterRule(
        "callback.signature.no-keys",
        "An account that knows no key cannot tell who wrote; taking everything then is how shops were robbed."
    ) { subject in
        let setup = try AdapterSetup()
        guard let adapter = try? subject.adapter(setup.with { $0.callbackKeys = [] }) else { return }
        let signed = try subject.genuineCallback()
        for callback in [signed, Callback(headers: [:], body: signed.body)] {
            try CallbackOutcome(of: callback, at: adapter).mustBeRefused("a callback to an account without keys")
        }
    }
}
