import PaymentIntents

extension Substring {
    /// The bytes of a segment of a path or of a value of a query; `nil` when a byte stands in it that is neither
    /// unreserved nor encoded. RFC 3986, section 2.
    var percentDecoded: [UInt8]? {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                rest = rest.dropFirst(2)
                bytes.append(value)
            } else {
                guard ProviderRequest.percentEncoded(String(decoding: [byte], as: UTF8.self)).utf8.count == 1 else {
                    return nil
                }
                bytes.append(byte)
            }
        }
        return bytes
    }
}
