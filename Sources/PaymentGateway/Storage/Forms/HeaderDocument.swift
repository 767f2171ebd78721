package import HTTPTypes
import StrictJSON

/// The headers of a callback as the inbox keeps them: pairs of name and value, in order, as JSON.
///
/// Some providers send our own credentials along. Those values are secrets and do not go into the store: `null` stands
/// in their place.
package enum HeaderDocument {
    private static let secretNames = ["authorization", "cookie", "proxy-authorization", "set-cookie", "x-api-key"]
    private static let usualLength = 512
    private static let secretPrefix = "x-authorization-"

    /// The text to store.
    ///
    /// - Parameter headers: The headers as they arrived.
    /// - Returns: The JSON text.
    package static func text(of headers: HTTPFields) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(usualLength)
        bytes.append(UInt8(ascii: "["))
        for field in headers {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            bytes.append(quotedJSON: field.name.rawName)
            bytes.append(UInt8(ascii: ","))
            if isSecret(field.name.canonicalName) {
                bytes += "null".utf8
            } else {
                bytes.append(quotedJSON: field.value)
            }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSecret(_ name: String) -> Bool {
        // Hardly any name has the length of one of these, and to compare lengths takes no time.
        secretNames.contains { $0.utf8.count == name.utf8.count && $0 == name } || name.hasPrefix(secretPrefix)
    }

    /// Reads what ``text(of:)`` wrote. What stood in place of a secret is left out.
    ///
    /// - Parameter text: The JSON text.
    /// - Returns: The headers.
    /// - Throws: `StoreError` with code `incompatible` when it is no such text.
    package static func headers(in text: String) throws -> HTTPFields {
        let document = try? JSONDocument(Array(text.utf8), limits: JSONLimits(maximumByteCount: 1 << 20))
        var headers = HTTPFields()
        for pair in try StoreError.known(document?.root.elements) {
            let parts = try StoreError.known(pair.elements.map(Array.init))
            guard parts.count == 2, let name = parts[0].string.flatMap({ HTTPField.Name($0) }) else {
                throw StoreError(.incompatible, "a row was not written by this version")
            }
            if let value = parts[1].string { headers.append(HTTPField(name: name, value: value)) }
        }
        return headers
    }
}
