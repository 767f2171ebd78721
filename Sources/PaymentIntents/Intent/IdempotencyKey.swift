/// The name under which a merchant asks for one payment, once: asking again under it gives the same payment.
public struct IdempotencyKey: Sendable {
    /// The key. One that the merchant chose is printable ASCII; one that stands for a reference is that reference.
    public let rawValue: String

    /// What a key must be, as a sentence for an error about one: it follows the name of the field.
    public static let requirement = "must be 1 to 255 printable ASCII characters without blanks at either end"

    /// Checks a key that a merchant chose.
    ///
    /// Blanks at either end are refused and not cut off: HTTP drops them from a header and a command line does not, so
    /// one key would be two. The result is `nil` for everything that is no key.
    ///
    /// - Parameter text: The key, of 1 to 255 bytes from U+0020 to U+007E.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...255).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }),
            bytes.first != UInt8(ascii: " "), bytes.last != UInt8(ascii: " ")
        else { return nil }
        rawValue = text
    }

    /// The key of a payment for which the merchant chose none: its reference.
    ///
    /// - Parameter reference: The merchant's reference; it may hold more than ASCII.
    public init(_ reference: MerchantReference) {
        rawValue = reference.rawValue
    }
}

extension IdempotencyKey: Hashable {
    /// Whether the bytes are the same.
    public static func == (first: IdempotencyKey, second: IdempotencyKey) -> Bool {
        first.rawValue.utf8.elementsEqual(second.rawValue.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in rawValue.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}

extension IdempotencyKey: CustomStringConvertible {
    /// The text itself; see ``rawValue``.
    public var description: String { rawValue }
}
