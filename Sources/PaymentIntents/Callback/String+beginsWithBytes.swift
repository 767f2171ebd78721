extension String {
    /// Whether the UTF-8 bytes begin with those of another text.
    package func beginsWithBytes(of prefix: String) -> Bool {
        let (bytes, first) = (utf8.span, prefix.utf8.span)
        guard bytes.count >= first.count else { return false }
        for index in first.indices where bytes[index] != first[index] { return false }
        return true
    }
}
