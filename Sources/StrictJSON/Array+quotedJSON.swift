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

    /// Looks at every byte, so that many are looked at at once. Most texts need nothing.
    private static func needsEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in text.indices {
            let byte = unsafe text[index]
            found |= byte < 0x20 ? 1 : 0
            found |= byte == UInt8(ascii: "\"") ? 1 : 0
            found |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return found != 0
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
