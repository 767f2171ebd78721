public import Foundation

/// The identity that we give to a payment: `pay_` and 36 characters that sort by the time of creation.
///
/// The first ten characters are 50 bits of milliseconds since 1970, the other 26 are 130 random bits, both in
/// Crockford's base 32 in lower case. So an id is not guessable, and a list of ids pages by key.
public struct PaymentID: Sendable, Hashable {
    /// The text of the id, `pay_` included.
    public let rawValue: String

    private static let prefix = "pay_"
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let timeDigits = 10
    private static let randomDigits = 26

    /// Makes the id of a payment that is created now.
    ///
    /// - Parameters:
    ///   - time: The time of creation.
    ///   - generator: Where the random bits come from.
    public init(at time: Date, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, time.timeIntervalSince1970 * 1000))
        var text = Self.prefix
        for position in (0..<Self.timeDigits).reversed() {
            text.append(Self.digit(milliseconds >> UInt64(position * 5)))
        }
        for _ in 0..<Self.randomDigits {
            text.append(Self.digit(generator.next()))
        }
        rawValue = text
    }

    /// Reads an id, for example from a command line.
    ///
    /// - Parameter text: The text of the id.
    /// - Returns: `nil` when this cannot be an id of ours.
    public init?(_ text: String) {
        let digits = text.utf8.dropFirst(Self.prefix.utf8.count)
        guard text.hasPrefix(Self.prefix), digits.count == Self.timeDigits + Self.randomDigits,
            digits.allSatisfy(Self.alphabet.contains)
        else { return nil }
        rawValue = text
    }

    private static func digit(_ bits: UInt64) -> Character {
        Character(Unicode.Scalar(alphabet[Int(bits & 31)]))
    }
}

extension PaymentID: Comparable, CustomStringConvertible {
    public static func < (first: PaymentID, second: PaymentID) -> Bool { first.rawValue < second.rawValue }

    public var description: String { rawValue }
}
