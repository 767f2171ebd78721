import PaymentIntents

/// How much, and of what.
extension CallbackContentRules {
    static let amountForms = AdapterRule(
        "callback.content.amount-forms",
        "The same money is the same money, as text or number and with or without zeros behind the point.",
        needs: .everyAmountForm
    ) { subject in
        let trial = try ContentTrial(subject)
        let path = try trial.path(.amount)
        let digits = trial.payment.order.amount.wholeUnits.map(String.init) ?? ""
        for text in [digits, digits + ".0", digits + ".00"] {
            for value in [MessageJSON.string(text), .number(text)] {
                let outcome = try trial.outcome(of: trial.message.setting(path, to: value))
                try require(
                    outcome.evidence?.amount == .money(trial.payment.order.amount),
                    sent: "the amount \(value.quoted)",
                    came: "\(outcome)",
                    due: "\(trial.payment.order.amount)"
                )
            }
        }
    }

    static let missingAmount = AdapterRule(
        "callback.content.missing-amount",
        "A success that names no amount may be one of any amount.",
        needs: .amountInCallbacks
    ) { subject in try mustHoldWithout(.amount, subject) }

    static let missingCurrency = AdapterRule(
        "callback.content.missing-currency",
        "A success that names no currency may be one of any currency.",
        needs: .currencyInCallbacks
    ) { subject in try mustHoldWithout(.currency, subject) }

    private static func mustHoldWithout(_ field: WireField, _ subject: any AdapterSubject) throws {
        let trial = try ContentTrial(subject)
        let path = try trial.path(field)
        for value in [nil, .null] as [MessageJSON?] {
            let outcome = try trial.outcome(of: trial.message.setting(path, to: value))
            try trial.mustBeHeld(outcome, "a success, \(field.rawValue) \(value == nil ? "absent" : "null")")
        }
        for wrong in trial.message[path]?.wrongValues ?? [] {
            // Text and number may be the same amount.
            if field == .amount, case .string("7") = wrong { continue }
            if field == .amount, case .number = wrong { continue }
            let outcome = try trial.outcome(of: trial.message.setting(path, to: wrong))
            try trial.mustBeHarmless(outcome, "a success, \(field.rawValue): \(wrong.quoted)")
        }
    }
}
