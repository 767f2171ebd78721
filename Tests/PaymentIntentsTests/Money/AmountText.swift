import PaymentIntents
import Testing

/// A text, and what it is as money.
struct AmountText: Sendable {
    let text: String
    let currency: String
    let outcome: Result<Int64, MoneyError>

    static func reads(_ text: String, _ minorUnits: Int64, _ currency: String = "BDT") -> Self {
        Self(text: text, currency: currency, outcome: .success(minorUnits))
    }

    static func refuses(_ text: String, _ error: MoneyError, _ currency: String = "BDT") -> Self {
        Self(text: text, currency: currency, outcome: .failure(error))
    }
}

extension AmountText: CustomTestStringConvertible {
    var testDescription: String { "\(text.debugDescription) in \(currency)" }
}
