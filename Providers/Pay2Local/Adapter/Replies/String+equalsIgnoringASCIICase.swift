extension String {
    /// Whether the bytes are the same but for the case of ASCII letters. Nothing else is folded.
    func equalsIgnoringASCIICase(_ other: String) -> Bool {
        let (bytes, others) = (utf8.span, other.utf8.span)
        guard bytes.count == others.count else { return false }
        for index in bytes.indices where bytes[index].lowerCased != others[index].lowerCased { return false }
        return true
    }
}

extension UInt8 {
    fileprivate var lowerCased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
