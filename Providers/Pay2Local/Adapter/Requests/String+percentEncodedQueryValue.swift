extension String {
    /// The text as the value of a query item: everything but the unreserved characters of RFC 3986, section 2.3, is
    /// percent-encoded.
    var percentEncodedQueryValue: String {
        let hexadecimalDigits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            if byte.isUnreservedInURL {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexadecimalDigits[Int(byte >> 4)], hexadecimalDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
