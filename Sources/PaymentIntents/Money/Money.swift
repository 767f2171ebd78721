/// An exact, non-negative amount of money: whole minor units of one currency.
///
/// No floating point is involved anywhere: `500`, `"500"`, `500.0` and `"500.00"` are read as the same 50,000 poisha.
public struct Money: Sendable, Hashable {
    /// The amount in minor units: poisha for taka.
    public let minorUnits: Int64

    /// The currency that gives the minor units their meaning.
    public let currency: Currency

    /// Makes an amount from minor units; `nil` for a negative number, since a debt is not an amount here.
    ///
    /// - Parameters:
    ///   - minorUnits: Whole minor units, zero or more.
    ///   - currency: The currency.
    public init?(minorUnits: Int64, currency: Currency) {
        guard minorUnits >= 0 else { return nil }
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Reads an amount by the only grammar there is: digits, then at most one point followed by at least one digit.
    ///
    /// No sign, no exponent, no space, no grouping, no zero in front of another digit, no more decimals than the
    /// currency has.
    ///
    /// - Parameters:
    ///   - text: The bytes of the number, as they stand in a message or on a command line.
    ///   - currency: The currency that the number counts.
    /// - Throws: ``MoneyError``.
    public init(parsing text: Span<UInt8>, currency: Currency) throws(MoneyError) {
        guard text.count > 0 else { throw .empty }
        var units: Int64 = 0
        var decimals: Int?
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "."), decimals == nil, index > 0 {
                decimals = 0
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .notPlainDecimal }
            if index == 1, decimals == nil, text[0] == UInt8(ascii: "0") { throw .notPlainDecimal }
            if let seen = decimals {
                guard seen < currency.exponent else { throw .tooManyDecimals(allowed: currency.exponent) }
                decimals = seen + 1
            }
            units = try Self.append(byte - UInt8(ascii: "0"), to: units)
        }
        guard decimals != 0 else { throw .notPlainDecimal }
        for _ in (decimals ?? 0)..<currency.exponent {
            units = try Self.append(0, to: units)
        }
        self.minorUnits = units
        self.currency = currency
    }

    /// Reads an amount from a string, by the same grammar on its UTF-8 bytes.
    ///
    /// - Parameters:
    ///   - text: The number.
    ///   - currency: The currency that the number counts.
    /// - Throws: ``MoneyError``.
    public init(parsing text: String, currency: Currency) throws(MoneyError) {
        // A copy, since a string's own span is not there on every platform that the package names.
        try self.init(parsing: Array(text.utf8).span, currency: currency)
    }

    private static func append(_ digit: UInt8, to units: Int64) throws(MoneyError) -> Int64 {
        let (tens, tooManyTens) = units.multipliedReportingOverflow(by: 10)
        let (sum, tooLarge) = tens.addingReportingOverflow(Int64(digit))
        guard !tooManyTens, !tooLarge else { throw .overflow }
        return sum
    }
}

extension Money {
    /// The number in major units with all decimals of the currency: `500.00`.
    public var decimalText: String {
        guard currency.exponent > 0 else { return String(minorUnits) }
        let (whole, rest) = minorUnits.quotientAndRemainder(dividingBy: unit)
        var text = "\(whole)."
        var place = unit / 10
        while rest < place, place > 1 {
            text += "0"
            place /= 10
        }
        return text + String(rest)
    }

    /// The amount in whole major units, or `nil` when there is a fraction.
    public var wholeUnits: Int64? {
        minorUnits.isMultiple(of: unit) ? minorUnits / unit : nil
    }

    /// How many minor units a major one has.
    private var unit: Int64 { (0..<currency.exponent).reduce(1) { unit, _ in unit * 10 } }

    /// Whether the amount is zero.
    public var isZero: Bool { minorUnits == 0 }
}

extension Money: CustomStringConvertible {
    /// The number and the code: `500.00 BDT`.
    public var description: String { "\(decimalText) \(currency.code)" }
}
