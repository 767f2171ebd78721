import PaymentIntents
import SMSPay
import Testing

extension SMSPayAdapter {
    /// The intent in an answer.
    func intent(
        in body: [UInt8],
        status: Int = 200,
        to call: ProviderCall = Orders.query()
    ) throws -> SMSPayIntent {
        guard case .intent(let intent) = try reply(in: ProviderResponse(status: status, body: body), to: call) else {
            throw Unexpected()
        }
        return intent
    }

    /// The error that an answer is.
    func error(in body: [UInt8], status: Int = 200, to call: ProviderCall = Orders.query()) throws -> ProviderError {
        try #require(throws: ProviderError.self) {
            try reply(in: ProviderResponse(status: status, body: body), to: call)
        }
    }

    /// The evidence in a webhook that must be authentic.
    func evidence(in webhook: SignedWebhook) throws -> Evidence {
        guard case .event(.evidence(let evidence)) = try receive(webhook.callback) else { throw Unexpected() }
        return evidence
    }

    /// The reason for which a callback is refused.
    func refusal(of webhook: SignedWebhook) throws -> CallbackRefusal {
        try #require(throws: CallbackRefusal.self) { try receive(webhook.callback) }
    }

    struct Unexpected: Error {}
}
