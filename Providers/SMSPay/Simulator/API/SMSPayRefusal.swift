import Hummingbird
import ProviderSimulation

/// An error answer of the interface: `{"statusCode":…,"message":…,"error":…}`.
struct SMSPayRefusal: Error {
    let status: HTTPResponse.Status
    let messages: [String]

    static func badRequest(_ messages: [String]) -> SMSPayRefusal {
        SMSPayRefusal(status: .badRequest, messages: messages)
    }

    static let unauthorised = SMSPayRefusal(status: .unauthorized, messages: ["Invalid API key"])
    static let notFound = SMSPayRefusal(status: .notFound, messages: ["Payment intent not found"])
    static let keyReused = SMSPayRefusal(
        status: .conflict,
        messages: ["Idempotency key was already used with a different request body"]
    )
    static let rateLimited = SMSPayRefusal(status: .tooManyRequests, messages: ["Too many requests"])
    static let serverError = SMSPayRefusal(status: .internalServerError, messages: ["Internal server error"])

    /// The answer.
    ///
    /// - Parameter form: whether all messages are listed or only the first is given.
    /// - Returns: the answer.
    func response(_ form: SMSPaySimulatorConfiguration.MessageForm) -> Response {
        let message: WireJSON =
            switch form {
            case .text: .string(messages.first ?? status.reasonPhrase)
            case .list: status == .badRequest ? .array(messages.map(WireJSON.string)) : .string(messages.first ?? "")
            }
        return .json(
            ["statusCode": .integer(status.code), "message": message, "error": .string(status.reasonPhrase)],
            status: status
        )
    }
}
