import HTTPTypes
import PaymentGateway
import PaymentIntents

/// A provider that gives one answer, whatever it is asked.
struct ScriptedProvider: ProviderTransport {
    let answer: [UInt8]

    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        ProviderResponse(status: 201, headers: [.contentType: "application/json"], body: answer)
    }
}
