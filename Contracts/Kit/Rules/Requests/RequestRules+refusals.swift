import PaymentIntents

/// What is not declared is refused before anything is written.
extension RequestRules {
    static let refusals: [AdapterRule] = [otherOperation, otherKind, otherWallet, otherCurrency]

    static let otherOperation = AdapterRule(
        "request.undeclared.operation",
        "A call that the provider does not offer is refused here; its answer to an unknown path could mean anything."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let payment = try subject.samplePayment()
        let calls: [ProviderCall] = [.create(payment.order), .query(payment.lookup), .list(page: 1), .balance]
        for call in calls where !subject.capabilities.operations.contains(call.operation) {
            let outcome = RequestOutcome(of: call, at: adapter)
            try require(
                outcome.refusal?.code == .unsupported,
                sent: call.quoted,
                came: "\(outcome)",
                due: "refused: unsupported"
            )
        }
    }

    static let otherKind = AdapterRule(
        "request.undeclared.kind",
        "A direction that the provider does not carry is never sent as the other one.",
        needs: .missingKind
    ) { subject in
        for kind in PaymentKind.allCases where !subject.capabilities.kinds.contains(kind) {
            var order = try subject.samplePayment().order
            order.kind = kind
            order.payee = MSISDN("01711111111")
            try requireRefusal(of: order, by: subject)
        }
    }

    static let otherWallet = AdapterRule(
        "request.undeclared.wallet",
        "A wallet that the provider does not name is not left to chance, nor to the customer.",
        needs: .namedMethods
    ) { subject in
        for kind in subject.kinds {
            var order = try subject.samplePayment(kind).order
            order.method = PaymentMethod(rawValue: "wallet-nobody-has")
            try requireRefusal(of: order, by: subject)
        }
    }

    static let otherCurrency = AdapterRule(
        "request.undeclared.currency",
        "500 euros are not 500 taka."
    ) { subject in
        for code in ["EUR", "USD", "INR", "JPY", "KWD", "BDT"] {
            guard let currency = Currency(code: code), !subject.capabilities.currencies.contains(currency) else {
                continue
            }
            var order = try subject.samplePayment().order
            order.amount = try Money(parsing: "500", currency: currency)
            try requireRefusal(of: order, by: subject)
        }
    }

    private static func requireRefusal(of order: PaymentOrder, by subject: any AdapterSubject) throws {
        let outcome = RequestOutcome(of: .create(order), at: try subject.adapter(try AdapterSetup()))
        try require(
            [.unsupported, .invalid].contains(outcome.refusal?.code),
            sent: "\(ProviderCall.create(order).quoted) by \(order.method?.rawValue ?? "any wallet")",
            came: "\(outcome)",
            due: "refused: unsupported or invalid"
        )
    }
}
