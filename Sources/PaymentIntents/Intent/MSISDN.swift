/// A phone number, which is what a mobile wallet is addressed by. It prints as `017•••••001`.
public struct MSISDN: Sendable, Hashable {
    /// The digits. Send them to a provider or show them to the customer; never log them.
    public let digits: String

    /// Takes 6 to 15 ASCII digits, the most that E.164 allows; `nil` for anything else.
    ///
    /// - Parameter text: The number, without a sign or spaces.
    public init?(_ text: String) {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard (6...15).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        digits = text
    }
}

extension MSISDN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The first and the last three digits; of a number of fewer than ten digits, none.
    public var description: String {
        guard digits.utf8.count >= 10 else { return String(repeating: "•", count: digits.utf8.count) }
        return digits.prefix(3) + String(repeating: "•", count: digits.utf8.count - 6) + digits.suffix(3)
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
