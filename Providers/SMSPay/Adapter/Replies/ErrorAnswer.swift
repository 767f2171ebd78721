import PaymentIntents
import StrictJSON

/// An answer with an HTTP status outside of 200 to 299.
///
/// SMS Pay API, ‘Errors’: `{ "statusCode": 400, "message": "…", "error": "Bad Request" }`. A definite no is believed
/// only in this form: a proxy's page with the same status says nothing about what SMS Pay has done.
enum ErrorAnswer {
    /// What the answer means for the call.
    static func error(in response: ProviderResponse, to call: ProviderCall) -> ProviderError {
        switch response.status {
        case 401: return ProviderError(.credentialsRefused, "apiKey: SMS Pay does not take it")
        case 429: return ProviderError(.rateLimited, "SMS Pay wants fewer requests")
        case 500...599: return ProviderError(.unavailable, "SMS Pay failed inside")
        case 400, 403, 404, 409, 422: break
        default: return ProviderError(.unreadable, "status: SMS Pay documents no such answer")
        }
        guard let answer = try? JSONDocument(response.body, limits: SMSPayAdapter.answerLimits).root,
            let code = answer["statusCode"]?.integer, code == response.status
        else { return ProviderError(.unreadable, "body: not an error as SMS Pay documents it") }
        return definite(response.status, fields: namedFields(answer["message"]), call)
    }

    private static func definite(_ status: Int, fields: [String], _ call: ProviderCall) -> ProviderError {
        switch (status, call.operation) {
        case (403, _): ProviderError(.credentialsRefused, "apiKey: SMS Pay does not allow it to do this")
        case (404, .query): ProviderError(.notFound, "SMS Pay knows no such payment")
        case (409, .create): ProviderError(.keyConflict, "idempotencyKey: was used before with another body")
        default:
            ProviderError(
                .refused,
                fields.isEmpty
                    ? "SMS Pay refused the request"
                    : "SMS Pay refused the request and named: \(fields.joined(separator: ", "))"
            )
        }
    }

    /// The fields of ours that the provider's message names. The message is a string or a list of strings, and nothing
    /// else of it is repeated.
    private static func namedFields(_ message: JSONValue?) -> [String] {
        guard let message else { return [] }
        let texts = message.elements.map { $0.compactMap(\.string) } ?? [message.string].compactMap(\.self)
        let words = Set(texts.flatMap { $0.utf8.split { !$0.isLetterOrDigit } }.map { String(Substring($0)) })
        return creationFields.filter(words.contains)
    }

    private static let creationFields = [
        "amount", "currency", "customerReference", "merchantReference", "idempotencyKey", "paymentMethod", "language",
        "ttlSeconds", "successUrl", "failedUrl", "cancelUrl", "expiredUrl",
    ]
}
