/// The merchant's own name for a payment, an order number for example, fit for headers, pages and logs.
///
/// Two references are the same when their bytes are: nothing is folded, trimmed or normalised, as no database and no
/// provider does that the same way.
public struct MerchantReference: Sendable {
    /// The text, of 1 to 255 bytes of UTF-8.
    public let rawValue: String

    /// What a reference must be, as a sentence for an error about one: it follows the name of the field.
    public static let requirement =
        "must be 1 to 255 bytes of UTF-8 without control characters, line breaks, "
        + "direction marks, or blanks at either end"

    /// Checks a reference.
    ///
    /// The result is `nil` when it is empty or longer than 255 bytes of UTF-8, begins or ends with white space, or holds
    /// a control character, a line or paragraph separator, or a mark that turns the direction of writing. The limit
    /// counts bytes, since that is what databases and providers count.
    ///
    /// - Parameter text: The reference as the merchant wrote it.
    public init?(_ text: String) {
        guard (1...255).contains(text.utf8.count), Self.isVisibleASCII(text) || Self.isFit(text.unicodeScalars) else {
            return nil
        }
        rawValue = text
    }

    /// Most references are, and a store reads many.
    private static func isVisibleASCII(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices where !(0x21...0x7E).contains(bytes[index]) { return false }
        return true
    }

    private static func isFit(_ scalars: String.UnicodeScalarView) -> Bool {
        guard let first = scalars.first, let last = scalars.last else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
            && !scalars.contains(where: \.steersDisplay)
    }
}

extension MerchantReference: Hashable {
    /// Whether the bytes are the same.
    public static func == (first: MerchantReference, second: MerchantReference) -> Bool {
        first.rawValue.utf8.elementsEqual(second.rawValue.utf8)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in rawValue.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}

extension MerchantReference: CustomStringConvertible {
    /// The text itself; see ``rawValue``.
    public var description: String { rawValue }
}
