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
        // A clock that is mad must not trap: what does not fit is the first or the last time there is.
        let last = Double((UInt64(1) << (5 * Self.timeDigits)) - 1)
        let milliseconds = UInt64(min(max(0, time.timeIntervalSince1970 * 1000), last))
        var text = Self.prefix
        for position in (0..<Self.timeDigits).reversed() {
            text.append(Self.digit(milliseconds >> UInt64(position * 5)))
        }
        var bits: UInt64 = 0
        for position in 0..<Self.randomDigits {
            // One draw is twelve digits: the system's generator is a call to the kernel.
            if position.isMultiple(of: 12) { bits = generator.next() }
            text.append(Self.digit(bits))
            bits >>= 5
        }
        rawValue = text
    }

    /// Reads an id, for example from a command line; `nil` when this cannot be an id of ours.
    ///
    /// - Parameter text: The text of the id.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        let prefix = Self.prefix.utf8.count
        guard bytes.count == prefix + Self.timeDigits + Self.randomDigits, text.beginsWithBytes(of: Self.prefix)
        else { return nil }
        let digits = Self.digits
        for index in prefix..<bytes.count {
            let byte = bytes[index]
            guard byte < 128, digits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 else { return nil }
        }
        rawValue = text
    }

    /// A bit for each character of ASCII: whether it is a digit.
    private static let digits: InlineArray<2, UInt64> = {
        var digits: InlineArray<2, UInt64> = [0, 0]
        for byte in alphabet { digits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
        return digits
    }()

    private static func digit(_ bits: UInt64) -> Character {
        Character(Unicode.Scalar(alphabet[Int(bits & 31)]))
    }
}

extension PaymentID: Comparable, CustomStringConvertible {
    /// Earlier before later, as far as milliseconds tell.
    public static func < (first: PaymentID, second: PaymentID) -> Bool { first.rawValue < second.rawValue }

    /// The text of the id.
    public var description: String { rawValue }
}
