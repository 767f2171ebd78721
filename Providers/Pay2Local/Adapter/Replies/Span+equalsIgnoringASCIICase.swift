extension Span<UInt8> {
    /// Whether the bytes are those of a text but for the case of ASCII letters. Nothing else is folded.
    func equalsIgnoringASCIICase(_ text: String) -> Bool {
        let others = text.utf8.span
        guard count == others.count else { return false }
        for index in indices where self[index] != others[index] {
            guard self[index].lowerCased == others[index].lowerCased else { return false }
        }
        return true
    }
}

extension UInt8 {
    fileprivate var lowerCased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
