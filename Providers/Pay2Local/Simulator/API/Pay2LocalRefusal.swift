import Hummingbird
import ProviderSimulation

/// An error answer of the interface: `{"message":…,"status":…}`; 403 is its word for a validation error.
struct Pay2LocalRefusal: Error {
    let status: HTTPResponse.Status
    let message: String

    static func invalid(_ message: String) -> Pay2LocalRefusal {
        Pay2LocalRefusal(status: .forbidden, message: message)
    }

    static let invalidAmount = invalid("Invalid Amount")
    static let invalidCurrency = invalid("currency is required, must be BDT")
    static let invalidRequestID = invalid("Invalid Request Id")
    static let badRequest = Pay2LocalRefusal(status: .badRequest, message: "Bad Request")
    static let unauthorised = Pay2LocalRefusal(status: .unauthorized, message: "Not Authorized !")
    static let rateLimited = Pay2LocalRefusal(status: .tooManyRequests, message: "Too Many Requests")
    static let serverError = Pay2LocalRefusal(status: .internalServerError, message: "Internal Server Error")

    /// The answer.
    ///
    /// - Parameter withHTTP200: whether only the body tells that it is a refusal.
    /// - Returns: the answer.
    func response(withHTTP200: Bool = false) -> Response {
        .json(
            ["message": .string(message), "status": .integer(status.code)],
            status: withHTTP200 ? .ok : status
        )
    }
}
