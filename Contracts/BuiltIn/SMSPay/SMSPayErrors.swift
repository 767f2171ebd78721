import HTTPTypes
import PaymentContracts
import PaymentIntents

/// The error answers of SMS Pay. SMS Pay API, ‘Errors’: `{ "statusCode", "message", "error" }`.
enum SMSPayErrors {
    static let all: [DocumentedError] = [
        error(400, "Bad Request", to: [.create], means: .refused),
        error(422, "Unprocessable Entity", to: [.create], means: .refused),
        error(404, "Not Found", to: [.query], means: .notFound),
        error(409, "Conflict", to: [.create], means: .keyConflict),
        error(401, "Unauthorized", to: everything, means: .credentialsRefused),
        error(429, "Too Many Requests", to: everything, means: .rateLimited),
        error(500, "Internal Server Error", to: everything, means: .unavailable),
    ]

    private static let everything: Set<Capabilities.Operation> = [.create, .query, .list]

    private static func error(
        _ status: Int,
        _ name: String,
        to operations: Set<Capabilities.Operation>,
        means code: ProviderError.Code
    ) -> DocumentedError {
        let body = #"{"statusCode":\#(status),"message":"the request was not taken","error":"\#(name)"}"#
        return DocumentedError(
            ProviderResponse(status: status, headers: [.contentType: "application/json"], body: Array(body.utf8)),
            to: operations,
            means: code
        )
    }
}
