import PaymentIntents

/// How much is asked for.
extension RequestRules {
    static let amounts: [AdapterRule] = [exact, form, largest, fraction, fractionRefused, zero]

    static let exact = AdapterRule(
        "request.amount.exact",
        "The amount that goes out is the amount that was ordered, in plain digits; what is too small or too large for the "
            + "provider is refused here."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for units in [500, 501, 1000] as [Int64] {
            for order in try subject.sampleOrders(units: units) { try requireExact(order, subject, adapter) }
        }
        for units in [1, 9, 10, 99, 100, 12_345, 1_000_000] as [Int64] {
            for order in try subject.sampleOrders(units: units) { try requireExactOrRefused(order, subject, adapter) }
        }
    }

    static let form = AdapterRule(
        "request.amount.form",
        "A provider that reads a number does not read a text, and the reverse; whole amounts have no point where only "
            + "whole ones are taken."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for order in try subject.sampleOrders() {
            let value = try subject.creationBody(of: order, at: adapter)[try subject.place(of: .amount)]
            let digits: String? =
                switch (value, subject.wire.creationRequest.amountForm) {
                case (.number(let digits), .number), (.string(let digits), .text): digits
                default: nil
                }
            try require(
                digits.map { subject.capabilities.takesFractions || !$0.contains(".") } == true,
                sent: ProviderCall.create(order).quoted,
                came: value?.quoted ?? "no amount",
                due: "500 as a JSON \(subject.wire.creationRequest.amountForm.rawValue)"
            )
        }
    }

    static let largest = AdapterRule(
        "request.amount.largest",
        "The largest amounts are written exactly or refused; none wraps or is rounded."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for var order in try subject.sampleOrders() {
            let unit = try wholeUnit(of: order.amount.currency)
            for minorUnits in [(1 << 53) + 1, Int64.max / 10, Int64.max].map({ $0 / unit * unit }) {
                order.amount = try money(minorUnits, order.amount.currency)
                let outcome = RequestOutcome(of: .create(order), at: adapter)
                guard outcome.refusal?.code != .invalid else { continue }
                try requireExact(order, subject, adapter)
            }
        }
    }

    static let fraction = AdapterRule(
        "request.amount.fraction",
        "A fraction goes out to the last minor unit: 0.1 + 0.2 is 0.30, and 0.29 is not 0.28999.",
        needs: .fractions
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for var order in try subject.sampleOrders() {
            let ordinary = try wholeUnit(of: order.amount.currency) * 500
            for minorUnits in ordinary...ordinary + 100 {
                order.amount = try money(minorUnits, order.amount.currency)
                // Of another currency the provider may take fewer decimals than it has.
                guard order.amount.currency == subject.currencies.first else {
                    try requireExactOrRefused(order, subject, adapter)
                    continue
                }
                try requireExact(order, subject, adapter)
            }
            for minorUnits in Array(1...120) + [550, 1010, 9_999, 123_456_789, (1 << 53) + 1, Int64.max] {
                order.amount = try money(minorUnits, order.amount.currency)
                try requireExactOrRefused(order, subject, adapter)
            }
        }
    }

    static let fractionRefused = AdapterRule(
        "request.amount.fraction-refused",
        "A provider of whole amounts is asked for no fraction, and nothing is rounded for it.",
        needs: .wholeAmounts
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for var order in try subject.sampleOrders() where order.amount.currency.exponent > 0 {
            for minorUnits in [1, 50_001, 50_050, 50_099] as [Int64] {
                order.amount = try money(minorUnits, order.amount.currency)
                try requireRefusal(of: order, naming: "amount", at: adapter)
            }
        }
    }

    static let zero = AdapterRule(
        "request.amount.zero",
        "A payment of nothing is no payment; providers have been seen to take it as ‘any amount’."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for order in try subject.sampleOrders(units: 0) {
            try requireRefusal(of: order, naming: "amount", at: adapter)
        }
    }

    private static func requireExact(
        _ order: PaymentOrder,
        _ subject: any AdapterSubject,
        _ adapter: any ProviderAdapter
    ) throws {
        let value = try subject.creationBody(of: order, at: adapter)[try subject.place(of: .amount)]
        let digits: String? =
            switch value {
            case .number(let digits), .string(let digits): digits
            default: nil
            }
        let unit = subject.wire.creationRequest.amountUnit
        try require(
            digits.flatMap { unit.money($0, order.amount.currency) } == order.amount,
            sent: ProviderCall.create(order).quoted,
            came: value?.quoted ?? "no amount",
            due: unit.digits(of: order.amount)
        )
    }

    /// Requires the amount, or that the provider has a limit and the adapter knows it.
    private static func requireExactOrRefused(
        _ order: PaymentOrder,
        _ subject: any AdapterSubject,
        _ adapter: any ProviderAdapter
    ) throws {
        guard try !isRefused(order, naming: "amount", at: adapter) else { return }
        try requireExact(order, subject, adapter)
    }

    private static func wholeUnit(of currency: Currency) throws -> Int64 {
        try Money(parsing: "1", currency: currency).minorUnits
    }

    private static func money(_ minorUnits: Int64, _ currency: Currency) throws(ContractViolation) -> Money {
        guard let money = Money(minorUnits: minorUnits, currency: currency) else {
            throw ContractViolation(sent: "\(minorUnits)", came: "no money", due: "an amount of the rule")
        }
        return money
    }

    /// Whether nothing is written, as the provider cannot take what stands in a field. The error has to name the field.
    static func isRefused(
        _ order: PaymentOrder,
        naming field: String,
        at adapter: any ProviderAdapter
    ) throws(ContractViolation) -> Bool {
        guard RequestOutcome(of: .create(order), at: adapter).refusal != nil else { return false }
        try requireRefusal(of: order, naming: field, at: adapter)
        return true
    }

    /// Requires that nothing is written, and that the error names the field.
    static func requireRefusal(
        of order: PaymentOrder,
        naming field: String,
        at adapter: any ProviderAdapter
    ) throws(ContractViolation) {
        let outcome = RequestOutcome(of: .create(order), at: adapter)
        try require(
            outcome.refusal?.code == .invalid && outcome.refusal?.message.contains(field) == true,
            sent: ProviderCall.create(order).quoted,
            came: "\(outcome)",
            due: "refused: invalid, naming \(field)"
        )
    }
}
