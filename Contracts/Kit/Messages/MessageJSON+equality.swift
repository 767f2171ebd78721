import PaymentIntents

/// Two messages are equal when their bytes are. Texts of Swift are equal when they only look alike.
extension MessageJSON {
    /// Whether both are written with the same bytes.
    public static func == (one: MessageJSON, other: MessageJSON) -> Bool { one.bytes == other.bytes }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension MessageJSON.Member {
    /// Whether names and values are written with the same bytes.
    public static func == (one: Self, other: Self) -> Bool {
        one.name.hasSameBytes(as: other.name) && one.value == other.value
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Array(name.utf8))
        hasher.combine(value)
    }
}
