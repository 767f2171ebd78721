extension String {
    /// Whether the UTF-8 bytes are the same. `==` would also take texts that only look the same.
    package func hasSameBytes(as other: String) -> Bool {
        let (bytes, others) = (utf8.span, other.utf8.span)
        guard bytes.count == others.count else { return false }
        for index in bytes.indices where bytes[index] != others[index] { return false }
        return true
    }
}
