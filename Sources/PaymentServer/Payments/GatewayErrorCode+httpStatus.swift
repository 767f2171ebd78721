import HTTPTypes
import PaymentGateway

extension GatewayError.Code {
    /// The status that tells the same to an HTTP client.
    var httpStatus: HTTPResponse.Status {
        switch self {
        case .invalidRequest: .badRequest
        case .unsupported, .refusedByProvider: .unprocessableContent
        case .idempotencyMismatch, .inProgress: .conflict
        case .notFound: .notFound
        case .rateLimited: .tooManyRequests
        case .providerUnavailable, .storeUnavailable: .serviceUnavailable
        case .outcomeUnknown: .gatewayTimeout
        case .configuration, .callbackRefused: .internalServerError
        }
    }
}
