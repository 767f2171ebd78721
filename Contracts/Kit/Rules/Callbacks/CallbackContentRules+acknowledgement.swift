import PaymentIntents
import StrictJSON

/// What the provider reads when its callback was taken.
extension CallbackContentRules {
    static let acknowledgements = AdapterRule(
        "callback.content.acknowledgements",
        "The provider sends a callback again until it reads what it wants: JSON, the same each time."
    ) { subject in
        let trial = try ContentTrial(subject)
        for event in try trial.events {
            let answer = trial.adapter.acknowledgement(of: event)
            try require(
                (try? JSONDocument(answer.json)) != nil,
                sent: event.map { "\(CallbackOutcome.received(.event($0)))" } ?? "nothing that was understood",
                came: String(decoding: answer.json, as: UTF8.self),
                due: "JSON"
            )
            let other = try subject.adapter(trial.setup).acknowledgement(of: event)
            for again in [trial.adapter.acknowledgement(of: event), other] {
                try require(
                    again == answer,
                    sent: "the same event twice",
                    came: String(decoding: again.json, as: UTF8.self),
                    due: String(decoding: answer.json, as: UTF8.self)
                )
            }
        }
    }

    static let challenges = AdapterRule(
        "callback.content.challenges",
        "A challenge is given back where the provider looks for it, byte for byte, and whatever is in it stays inside.",
        needs: .challenges
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        guard let exchange = subject.wire.challenge else { return }
        var rests: Set<MessageJSON> = []
        for challenge in [
            "9c2f8d", "\"", "\\", "\",\"x\":\"", "\n\r\t\u{0}\u{1F}", "{}", "<script>", "ঢাকা 👍", "\u{2028}", "e\u{301}",
        ] {
            let body = exchange.sample.setting(exchange.path, to: .string(challenge)).bytes
            let callback = try subject.wire.signing.sign(body, with: setup.callbackKeys[0])
            let outcome = CallbackOutcome(of: callback, at: adapter)
            guard case .received(.event(let event)) = outcome, case .challenge = event else {
                throw ContractViolation(
                    sent: "the challenge “\(challenge)”, signed",
                    came: "\(outcome)",
                    due: "a challenge to give back"
                )
            }
            let answer = adapter.acknowledgement(of: event)
            let message = try? MessageJSON(answer.json)
            let given = message?[exchange.answerPath]?.text
            rests.insert(message?.setting(exchange.answerPath, to: nil) ?? .null)
            try require(
                given?.utf8.elementsEqual(challenge.utf8) == true && rests.count == 1,
                sent: "the challenge “\(challenge)”",
                came: String(decoding: answer.json, as: UTF8.self),
                due: "that text at \(exchange.answerPath.joined(separator: ".")), and all else as for any other one"
            )
        }
    }

    static let acknowledgementSecrets = AdapterRule(
        "callback.content.acknowledgement-secrets",
        "An acknowledgement goes to whoever sent the callback: no key and no signature has any business in it."
    ) { subject in
        let trial = try ContentTrial(subject)
        let signature = try SignatureTrial(subject).digits
        for event in try trial.events {
            let text = String(decoding: trial.adapter.acknowledgement(of: event).json, as: UTF8.self)
            for secret in trial.setup.callbackKeys + [trial.setup.credential, signature] {
                try require(!text.contains(secret), sent: "\(secret) is secret", came: text, due: "nothing of it")
            }
        }
    }
}

extension ContentTrial {
    /// Everything that is acknowledged.
    fileprivate var events: [CallbackEvent?] {
        get throws {
            let evidence = try wire.claims.keys.sorted()
                .map { word in
                    try outcome(of: wire.message(word, about: payment)).evidence.map(CallbackEvent.evidence)
                }
            return evidence + [nil, .challenge("9c2f8d")]
        }
    }
}
