/// Writes one flat JSON object, member by member, always the same bytes for the same members.
struct JSONObjectWriter {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// Adds a member whose value is a text.
    mutating func write(_ name: String, _ text: String) {
        begin(name)
        append(quoted: text)
    }

    /// Adds a member whose value is a number, given as its exact decimal digits.
    mutating func write(_ name: String, number: String) {
        begin(name)
        bytes += number.utf8
    }

    /// The object.
    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped, all else is itself.
    private mutating func append(quoted text: String) {
        let hexadecimalDigits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes += [hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
