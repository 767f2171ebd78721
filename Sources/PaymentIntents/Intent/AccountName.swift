/// The name that a merchant gave to one set of credentials at one provider: `wallets`, `agents`.
public struct AccountName: Sendable, Hashable {
    /// The name, of 1 to 32 characters.
    public let rawValue: String

    /// Takes a name of lower-case letters, digits and hyphens, `[a-z0-9-]{1,32}`; `nil` for anything else.
    ///
    /// - Parameter text: The name.
    public init?(_ text: String) {
        let bytes = text.utf8.span
        guard (1...32).contains(bytes.count), bytes.indices.allSatisfy({ Self.isAllowed(bytes[$0]) }) else {
            return nil
        }
        rawValue = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension AccountName: Comparable, CustomStringConvertible {
    /// By bytes.
    public static func < (first: AccountName, second: AccountName) -> Bool { first.rawValue < second.rawValue }

    /// The name.
    public var description: String { rawValue }
}
