/// Why a text is not an amount of money.
///
/// The text itself is never part of the error: it came from outside.
public enum MoneyError: Error, Sendable, Hashable {
    /// There is nothing to read.
    case empty

    /// A byte stands where only a digit or one decimal point may: a sign, an exponent, a space, a letter, a second
    /// point, or a zero in front of other digits.
    case notPlainDecimal

    /// More decimals than the currency has.
    case tooManyDecimals(allowed: Int)

    /// The amount does not fit 64 bits of minor units.
    case overflow
}

extension MoneyError: CustomStringConvertible {
    /// What is wrong, as the end of a sentence that begins with the name of the field.
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .notPlainDecimal: "is not a plain decimal number"
        case .tooManyDecimals(let allowed): "has more than \(allowed) decimals"
        case .overflow: "is too large"
        }
    }
}
