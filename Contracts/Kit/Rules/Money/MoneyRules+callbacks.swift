/// Amounts in signed callbacks.
extension MoneyRules {
    static let callbacks: [AdapterRule] = [
        callbackForms, callbackJunk, callbackExact, callbackBounds, callbackOtherAmount, callbackCurrency,
        callbackMissing,
    ]

    static let callbackForms = AdapterRule("money.callback.forms", forms, needs: .amountInCallbacks) { subject in
        try checkForms(of: try subject.callbacksWithAmounts())
    }

    static let callbackJunk = AdapterRule("money.callback.junk", junk, needs: .amountInCallbacks) { subject in
        try checkJunk(of: try subject.callbacksWithAmounts())
    }

    static let callbackExact = AdapterRule("money.callback.exact", exact, needs: .amountInCallbacks) { subject in
        try checkExact(of: try subject.callbacksWithAmounts())
    }

    static let callbackBounds = AdapterRule("money.callback.bounds", bounds, needs: .amountInCallbacks) { subject in
        try checkBounds(of: try subject.callbacksWithAmounts())
    }

    static let callbackOtherAmount = AdapterRule("money.callback.other-amount", otherAmount, needs: .amountInCallbacks)
    { subject in
        try checkOtherAmounts(of: try subject.callbacksWithAmounts())
    }

    static let callbackCurrency = AdapterRule("money.callback.currency", otherCurrency, needs: .moneyInCallbacks) {
        subject in
        try checkOtherCurrencies(of: try subject.callbacksWithAmounts())
    }

    static let callbackMissing = AdapterRule("money.callback.missing", missing, needs: .amountInCallbacks) { subject in
        try checkMissing(in: try subject.callbacksWithAmounts())
    }
}
