import HTTPTypes
import PaymentIntents
import Signatures

/// Signs callbacks as Pay2Local might.
enum Signer {
    static let requestID = "c56a4180-65aa-42ec-a945-5fd21dec0538"

    static func signature(of text: String, key: String = Account.accessKey) throws -> String {
        try signature(of: Array(text.utf8), key: key)
    }

    static func signature(of message: [UInt8], key: String = Account.accessKey) throws -> String {
        try SigningKey(key.utf8).code(for: message).hexadecimal
    }

    /// A callback with its raw body signed in the header.
    static func rawBody(_ body: [UInt8], key: String = Account.accessKey) throws -> Callback {
        try callback(body, signature: signature(of: body, key: key))
    }

    static func rawBody(_ body: String) throws -> Callback { try rawBody(Array(body.utf8)) }

    static func callback(
        _ body: [UInt8],
        signature: String?,
        more: [(String, String)] = [("x-request-id", requestID)]
    ) throws -> Callback {
        var headers: HTTPFields = [.contentType: "application/json"]
        for (name, value) in [("x-signature", signature)] + more.map({ ($0, Optional($1)) }) {
            guard let name = HTTPField.Name(name), let value else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        return Callback(headers: headers, body: body)
    }
}
