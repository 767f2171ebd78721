import HTTPTypes
import PaymentIntents

/// Answers that come from in front of a provider's ledger.
enum Canned {
    static func rateLimited(_ message: Message, after seconds: Int) -> ProviderResponse {
        error(429, "Too Many Requests", to: message, [.retryAfter: String(seconds)])
    }

    static func failed(_ message: Message) -> ProviderResponse { error(500, "Internal Server Error", to: message) }

    static func refused(_ message: Message) -> ProviderResponse {
        message.destination == .wallets
            ? error(400, "amount is too large", to: message) : error(403, "Invalid Amount", to: message)
    }

    private static func error(
        _ status: Int,
        _ text: String,
        to message: Message,
        _ headers: HTTPFields = [:]
    ) -> ProviderResponse {
        let body =
            message.destination == .wallets
            ? #"{"statusCode":\#(status),"message":"\#(text)","error":"Error"}"#
            : #"{"message":"\#(text)","status":\#(status)}"#
        return ProviderResponse(status: status, headers: headers, body: Array(body.utf8))
    }
}
