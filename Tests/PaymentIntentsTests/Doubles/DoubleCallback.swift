import HTTPTypes
import PaymentIntents
import Signatures
import Testing

/// Makes callbacks for the doubles.
enum DoubleCallback {
    static let signature = name("x-signature")
    static let credential = name("x-api-key")
    static let apiKey = Secret("the-api-key-of-the-tests")
    static let formerAPIKey = Secret("the-former-api-key-of-the-tests")

    private static let key = try? SigningKey("the-signing-key-of-the-tests".utf8)

    static var keys: SigningKeys? { key.map { SigningKeys($0) } }

    static func signed(
        _ body: String,
        as signedBody: String? = nil,
        apiKey: String = apiKey.text
    ) throws -> Callback {
        let code = try #require(key).code(for: Array((signedBody ?? body).utf8).span)
        return Callback(headers: [signature: code.hexadecimal, credential: apiKey], body: Array(body.utf8))
    }

    static func unsigned(_ body: String, apiKey: String = apiKey.text) -> Callback {
        Callback(headers: [credential: apiKey], body: Array(body.utf8))
    }

    /// A header name that is valid as it is written here.
    private static func name(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .authorization
    }
}
