import HTTPTypes
import PaymentIntents
import Signatures
import Testing

/// A webhook, signed as SMS Pay signs it.
struct SignedWebhook {
    var headers: HTTPFields = [.contentType: "application/json"]
    let body: [UInt8]

    /// Signs a body.
    ///
    /// - Parameters:
    ///   - body: The raw bytes.
    ///   - secret: The webhook secret.
    ///   - names: The headers that carry the signature.
    /// - Throws: When a key or a name is not usable.
    init(
        _ body: [UInt8],
        secret: String = TestAccount.secret,
        in names: [String] = ["X-Signature"]
    ) throws {
        self.body = body
        let signature = "sha256=" + (try SigningKey(secret.utf8).code(for: body.span).hexadecimal)
        for name in names { try add(signature, as: name) }
    }

    init(_ body: String) throws {
        try self.init(Array(body.utf8))
    }

    /// A body with signatures that somebody else made.
    init(_ body: [UInt8], signatures: [(name: String, value: String)]) throws {
        self.body = body
        for signature in signatures { try add(signature.value, as: signature.name) }
    }

    var callback: Callback { Callback(headers: headers, body: body) }

    private mutating func add(_ value: String, as name: String) throws {
        headers.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
    }
}
