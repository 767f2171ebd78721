import PaymentIntents

/// What is not offered is refused before anything leaves.
extension CapabilityRules {
    static let refused: [AdapterRule] = [missingOperations, missingKind, missingMethod, missingCurrency]

    static let missingOperations = AdapterRule(
        "capabilities.missing-operations",
        "A call that the provider does not offer is refused here, and not by chance there.",
        needs: .missingOperations
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let payment = try subject.samplePayment()
        let calls: [ProviderCall] = [.create(payment.order), .query(payment.lookup), .list(page: 1), .balance]
        for call in calls where !subject.capabilities.operations.contains(call.operation) {
            try refused(call, by: adapter, "a call for \(call.operation.rawValue)", due: [.unsupported])
        }
    }

    static let missingKind = AdapterRule(
        "capabilities.missing-kind",
        "A withdrawal is never sent to a provider that would take it for a deposit.",
        needs: .missingKind
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in PaymentKind.allCases where !subject.capabilities.kinds.contains(kind) {
            let order = try subject.order(1, kind)
            try refused(.create(order), by: adapter, "a \(kind.rawValue)", due: [.unsupported])
        }
    }

    static let missingMethod = AdapterRule(
        "capabilities.missing-method",
        "A wallet that the provider does not name cannot be asked for; leaving it out would be another payment.",
        needs: .namedMethods
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            var order = try subject.order(1, kind)
            order.method = PaymentMethod(rawValue: "nobodys-wallet")
            let sent = "a \(kind.rawValue) through nobody's wallet"
            try refused(.create(order), by: adapter, sent, due: [.unsupported, .invalid])
        }
    }

    static let missingCurrency = AdapterRule(
        "capabilities.missing-currency",
        "500 euros are not 500 taka: another currency is another amount, whatever the number beside it.",
        needs: .missingCurrency
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            for currency in Currency.common where !subject.capabilities.currencies.contains(currency) {
                var order = try subject.order(1, kind)
                order.amount = try Money(parsing: "500", currency: currency)
                let sent = "a \(kind.rawValue) of \(order.amount)"
                try refused(.create(order), by: adapter, sent, due: [.unsupported, .invalid])
            }
        }
    }

    private static func refused(
        _ call: ProviderCall,
        by adapter: any ProviderAdapter,
        _ sent: String,
        due: [ProviderError.Code]
    ) throws(ContractViolation) {
        let error = adapter.refusal(of: call)
        try require(
            error.map { due.contains($0.code) } == true,
            sent: sent,
            came: error.map { "\($0)" } ?? "a request",
            due: "refused as \(due.map(\.rawValue).joined(separator: " or "))"
        )
    }
}
