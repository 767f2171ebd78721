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
        "A challenge is given back inside JSON, and whatever is in it stays inside."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for challenge in [
            "9c2f8d", "\"", "\\", "\",\"x\":\"", "\n\r\t\u{0}\u{1F}", "{}", "<script>", "ঢাকা 👍", "\u{2028}",
        ] {
            let answer = adapter.acknowledgement(of: .challenge(challenge))
            let plain = adapter.acknowledgement(of: .challenge("9c2f8d"))
            let (message, due) = (try? MessageJSON(answer.json), try MessageJSON(plain.json))
            try require(
                message?.text(replacing: challenge) == due.text(replacing: "9c2f8d"),
                sent: "the challenge “\(challenge)”",
                came: String(decoding: answer.json, as: UTF8.self),
                due: "\(String(decoding: plain.json, as: UTF8.self)) with the challenge escaped in it"
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

extension MessageJSON {
    /// The message with one text exchanged for a fixed one, so that two can be compared.
    fileprivate func text(replacing text: String) -> MessageJSON {
        switch self {
        case .string(let own): .string(own.utf8.elementsEqual(text.utf8) ? "the challenge" : own)
        case .object(let members): .object(members.map { Member($0.name, $0.value.text(replacing: text)) })
        case .array(let elements): .array(elements.map { $0.text(replacing: text) })
        case .number, .boolean, .null: self
        }
    }
}
