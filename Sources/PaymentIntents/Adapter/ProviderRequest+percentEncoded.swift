extension ProviderRequest {
    /// A text as one segment of a path, or as one value of a query.
    ///
    /// - Parameter text: Any text, for example an id that a provider gave.
    /// - Returns: The text with everything percent-encoded but the unreserved characters of RFC 3986, section 2.3.
    public static func percentEncoded(_ text: String) -> String {
        let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
