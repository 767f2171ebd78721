import PaymentIntents

/// What an amount on the wire counts.
public enum AmountUnit: String, Sendable, Hashable, CaseIterable {
    /// Whole units of the currency, with decimals for a fraction: `5.50` taka.
    case major
    /// Minor units: `550` poisha.
    case minor
}

extension AmountUnit {
    /// The shortest exact digits: `500` or `5.50` in major units.
    func digits(of amount: Money) -> String {
        switch self {
        case .major: amount.wholeUnits.map(String.init) ?? amount.decimalText
        case .minor: String(amount.minorUnits)
        }
    }

    /// Reads digits by the grammar of `Money`, or `nil` when they are no amount.
    func money(_ digits: String, _ currency: Currency) -> Money? {
        switch self {
        case .major: return try? Money(parsing: digits, currency: currency)
        case .minor:
            guard let minorUnits = Int64(digits), String(minorUnits) == digits else { return nil }
            return Money(minorUnits: minorUnits, currency: currency)
        }
    }
}
