/// The mobile number of a wallet; shown in full only on the hosted page and on the wire.
public struct WalletNumber: Sendable, Hashable {
    /// All digits.
    public let digits: String

    /// Wraps a number.
    ///
    /// - Parameter digits: the number as the provider writes it, 11 digits.
    public init(_ digits: String) {
        self.digits = digits
    }
}

extension WalletNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number with its middle hidden, `017•••••001`.
    public var description: String {
        guard digits.count > 6 else { return "•••" }
        return digits.prefix(3) + String(repeating: "•", count: digits.count - 6) + digits.suffix(3)
    }

    /// The number with its middle hidden.
    public var debugDescription: String { description }

    /// The number with its middle hidden.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WalletNumber: ExpressibleByStringLiteral {
    /// Wraps a number that stands in the source.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
