import HTTPTypes
import PaymentIntents

/// How far a callback is believed.
extension CallbackContentRules {
    static let confirmed = AdapterRule(
        "callback.content.confirmed",
        "A merchant who wants the provider asked first gets a question to ask, and no evidence."
    ) { subject in try mustBeHint(.confirmed, subject) }

    static let signedAndConfirmed = AdapterRule(
        "callback.content.signed-and-confirmed",
        "A merchant who wants both gets a question from what is signed, and nothing from what is not."
    ) { subject in
        try mustBeHint(.signedAndConfirmed, subject)
        let trial = try ContentTrial(subject, setup: try AdapterSetup().with { $0.trust = .signedAndConfirmed })
        try CallbackOutcome(of: Callback(headers: [:], body: trial.message.bytes), at: trial.adapter)
            .mustBeRefused("an unsigned callback to an account on signedAndConfirmed")
    }

    static let unsignedHint = AdapterRule(
        "callback.content.unsigned-hint",
        "An unsigned callback may say which payment to ask about, and is otherwise worth nothing."
    ) { subject in
        let trial = try ContentTrial(subject, setup: try AdapterSetup().with { $0.trust = .confirmed })
        let forged = try trial.signing.sign(trial.message.bytes, with: "a-forgers-key-0123456789")
        for callback in [forged, Callback(headers: [:], body: trial.message.bytes)] {
            let outcome = CallbackOutcome(of: callback, at: trial.adapter)
            if case .received(.hint(_, says: nil)) = outcome { continue }
            try outcome.mustBeRefused("a callback that nobody signed, to an account on confirmed")
        }
    }

    private static func mustBeHint(_ trust: CallbackTrust, _ subject: any AdapterSubject) throws {
        let trial = try ContentTrial(subject, setup: try AdapterSetup().with { $0.trust = trust })
        for word in trial.wire.claims.keys.sorted() {
            let outcome = try trial.outcome(of: trial.wire.message(word, about: trial.payment))
            guard case .received(.hint(let lookup, _)) = outcome else {
                throw ContractViolation(
                    sent: "“\(word)”, signed, to an account on \(trust.rawValue)",
                    came: "\(outcome)",
                    due: "a hint"
                )
            }
            let names = [lookup.reference, lookup.providerPaymentID].compactMap { $0 }
            try require(
                names.contains(trial.payment.order.reference) || names.contains(trial.payment.providerPaymentID),
                sent: "a callback about \(trial.payment.order.reference)",
                came: "\(outcome)",
                due: "a hint at that payment"
            )
        }
    }
}
