extension [UInt8] {
    /// Appends a text as a JSON string, in the shortest form that RFC 8259, section 7, allows and as ECMAScript's
    /// `JSON.stringify` writes it: quotation mark, reverse solidus and control characters escaped, all else as it is.
    ///
    /// - Parameter text: The text.
    public mutating func append(quotedJSON text: String) {
        append(quotedJSON: text.utf8.span)
    }

    /// Appends a text as a JSON string, as ``append(quotedJSON:)`` does.
    ///
    /// - Parameter text: UTF-8.
    public mutating func append(quotedJSON text: borrowing Span<UInt8>) {
        append(UInt8(ascii: "\""))
        let isPlain = unsafe text.withUnsafeBufferPointer { bytes in
            guard unsafe !Self.needsEscape(bytes) else { return false }
            unsafe append(contentsOf: bytes)
            return true
        }
        if !isPlain { appendEscaping(text) }
        append(UInt8(ascii: "\""))
    }

    /// Whether anything has to be escaped, which is seldom. Looks at eight bytes at once.
    private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = UnsafeRawBufferPointer(text)
        var place = 0
        while place + 8 <= bytes.count {
            guard !holdsEscaped(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) else { return true }
            place += 8
        }
        var rest = ones &* UInt64(UInt8(ascii: " "))
        while place < bytes.count {
            rest = unsafe rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return holdsEscaped(rest)
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Whether one of the eight bytes of a word is escaped: a byte from which a greater one is taken borrows, and its top
    /// bit is set then.
    private static func holdsEscaped(_ word: UInt64) -> Bool {
        let mark = word ^ ones &* UInt64(UInt8(ascii: "\""))
        let solidus = word ^ ones &* UInt64(UInt8(ascii: "\\"))
        let found = (word &- ones &* 0x20) & ~word | (mark &- ones) & ~mark | (solidus &- ones) & ~solidus
        return found & ones << 7 != 0
    }

    private mutating func appendEscaping(_ text: borrowing Span<UInt8>) {
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0x08: self += "\\b".utf8
            case 0x09: self += "\\t".utf8
            case 0x0A: self += "\\n".utf8
            case 0x0C: self += "\\f".utf8
            case 0x0D: self += "\\r".utf8
            case 0..<0x20:
                self += "\\u00".utf8
                append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                let low = byte & 15
                append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
            default: append(byte)
            }
        }
    }
}
