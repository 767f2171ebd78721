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
        var isAppended = false
        append(addingCapacity: text.count + 2) { output in isAppended = output.appendQuotedJSON(text) }
        if !isAppended { appendEscaping(text) }
    }

    private mutating func appendEscaping(_ text: borrowing Span<UInt8>) {
        append(UInt8(ascii: "\""))
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
        append(UInt8(ascii: "\""))
    }
}

extension OutputSpan<UInt8> {
    /// Appends a text as a JSON string unless something in it has to be escaped, which is seldom. Looks at eight bytes at
    /// once.
    ///
    /// - Parameter text: UTF-8. There has to be room for it and two quotation marks.
    /// - Returns: Whether it was appended; if not, nothing was.
    @inline(__always)
    mutating func appendQuotedJSON(_ text: borrowing Span<UInt8>) -> Bool {
        precondition(freeCapacity >= text.count + 2)
        return unsafe text.withUnsafeBytes { text in
            unsafe withUnsafeMutableBufferPointer { buffer, count in
                guard unsafe text.copyUnlessEscaped(to: UnsafeMutableRawBufferPointer(buffer), at: count + 1) else {
                    return false
                }
                unsafe buffer[count] = UInt8(ascii: "\"")
                unsafe buffer[count + 1 + text.count] = UInt8(ascii: "\"")
                count += text.count + 2
                return true
            }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Copies a text until something in it has to be escaped.
    ///
    /// - Returns: Whether all of it was copied.
    @inline(__always)
    fileprivate func copyUnlessEscaped(to output: UnsafeMutableRawBufferPointer, at start: Int) -> Bool {
        guard count >= 8 else { return unsafe copyShortUnlessEscaped(to: output, at: start) }
        // The last eight bytes may be copied a second time, in part.
        let last = count - 8
        var place = 0
        while true {
            let word = unsafe loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard !word.holdsEscaped else { return false }
            unsafe output.storeBytes(of: word, toByteOffset: start + place, as: UInt64.self)
            guard place < last else { return true }
            place = Swift.min(place + 8, last)
        }
    }

    private func copyShortUnlessEscaped(to output: UnsafeMutableRawBufferPointer, at start: Int) -> Bool {
        var word = UInt64.ones &* UInt64(UInt8(ascii: " "))
        for place in 0..<count {
            let byte = unsafe self[place]
            unsafe output[start + place] = byte
            word = word << 8 | UInt64(byte)
        }
        return !word.holdsEscaped
    }
}

extension UInt64 {
    /// 1 in each byte.
    fileprivate static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Whether one of the eight bytes is escaped in a JSON string: a byte from which a greater one is taken borrows, and
    /// its top bit is set then.
    fileprivate var holdsEscaped: Bool {
        let mark = self ^ Self.ones &* UInt64(UInt8(ascii: "\""))
        let solidus = self ^ Self.ones &* UInt64(UInt8(ascii: "\\"))
        let found =
            (self &- Self.ones &* 0x20) & ~self | (mark &- Self.ones) & ~mark | (solidus &- Self.ones) & ~solidus
        return found & Self.ones << 7 != 0
    }
}
