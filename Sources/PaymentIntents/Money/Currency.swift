/// An ISO 4217 currency and the number of decimals its minor unit has.
///
/// Providers in Bangladesh settle in ``bdt``. The others are known so that a callback which names one of them is read
/// as a difference and not as an unreadable text.
public struct Currency: Sendable, Hashable {
    /// The three upper-case letters of ISO 4217.
    public let code: String

    /// How many decimals the minor unit has: 2 for taka and poisha, 0 for yen.
    public let exponent: Int

    private init(_ code: String, exponent: Int) {
        self.code = code
        self.exponent = exponent
    }

    /// Bangladeshi taka, of 100 poisha.
    public static let bdt = Currency("BDT", exponent: 2)

    private static let known: [Currency] = [
        .bdt,
        Currency("EUR", exponent: 2),
        Currency("GBP", exponent: 2),
        Currency("INR", exponent: 2),
        Currency("JPY", exponent: 0),
        Currency("KWD", exponent: 3),
        Currency("MYR", exponent: 2),
        Currency("NPR", exponent: 2),
        Currency("PKR", exponent: 2),
        Currency("SAR", exponent: 2),
        Currency("USD", exponent: 2),
    ]

    /// Finds a currency by its code, exactly as ISO 4217 writes it.
    ///
    /// - Parameter code: Three upper-case letters; `bdt` is not a currency code.
    public init?(code: String) {
        // By bytes: as strings, the Kelvin sign of U+212A equals the letter K.
        guard let known = Self.known.first(where: { $0.code.utf8.elementsEqual(code.utf8) }) else { return nil }
        self = known
    }
}

extension Currency: CustomStringConvertible {
    /// The code.
    public var description: String { code }
}
