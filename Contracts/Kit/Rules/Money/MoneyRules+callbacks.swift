/// Amounts in signed callbacks.
extension MoneyRules {
    static let callbacks: [AdapterRule] = [
        callbackForms, callbackJunk, callbackExact, callbackBounds, callbackOtherAmount, callbackCurrency,
        callbackMissing,
    ]

    static let callbackForms = AdapterRule("money.callback.forms", forms) { subject in
        try checkForms(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackJunk = AdapterRule("money.callback.junk", junk) { subject in
        try checkJunk(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackExact = AdapterRule("money.callback.exact", exact) { subject in
        try checkExact(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackBounds = AdapterRule("money.callback.bounds", bounds) { subject in
        try checkBounds(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackOtherAmount = AdapterRule("money.callback.other-amount", otherAmount) { subject in
        try checkOtherAmounts(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackCurrency = AdapterRule("money.callback.currency", otherCurrency) { subject in
        try checkOtherCurrencies(of: try subject.callbacksWithAmounts(), subject)
    }

    static let callbackMissing = AdapterRule("money.callback.missing", missing) { subject in
        try checkMissing(in: try subject.callbacksWithAmounts(), subject)
    }
}
