import HTTPTypes
import PaymentContracts
import PaymentIntents

/// The error answers of Pay2Local. Pay2Local API, ‘Errors’: `{ "message", "status" }`.
///
/// No page says that the HTTP status code is the one in the body, so each stands here with its own and with 200.
enum Pay2LocalErrors {
    static let all: [DocumentedError] =
        errors(400, "Bad Request", to: [.create], means: .refused)
        + errors(401, "Not Authorized !", to: [.create, .query, .balance], means: .credentialsRefused)
        + errors(403, "redirect_url is required", to: [.create], means: .refused)
        + errors(403, "Invalid Request Id", to: [.query], means: .notFound)

    private static func errors(
        _ status: Int,
        _ message: String,
        to operations: Set<Capabilities.Operation>,
        means code: ProviderError.Code
    ) -> [DocumentedError] {
        let body = #"{"message":"\#(message)","status":\#(status)}"#
        return [status, 200]
            .map { httpStatus in
                DocumentedError(
                    ProviderResponse(
                        status: httpStatus,
                        headers: [.contentType: "application/json"],
                        body: Array(body.utf8)
                    ),
                    to: operations,
                    means: code
                )
            }
    }
}
