import PaymentGateway
import PaymentIntents

/// Reaches nobody.
struct NoTransport: ProviderTransport {
    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse {
        throw ProviderError(.notConnected, "no provider is there")
    }
}
