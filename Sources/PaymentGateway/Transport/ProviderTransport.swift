public import PaymentIntents

/// Carries requests to providers.
///
/// ## What an implementer owes
///
/// - The response is read to its end, within a bound, and handed over whatever it says. Redirects are not followed.
/// - `ProviderError.Code.notConnected` is thrown only when it is certain that not one byte of the request left.
///   Everything else that goes wrong is `ProviderError.Code.unavailable`: the provider may have the request.
/// - A request is sent at most once.
public protocol ProviderTransport: Sendable {
    /// Sends a request and waits for the whole response.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - timeout: How long it may take altogether.
    /// - Returns: The response, whatever its status.
    /// - Throws: `ProviderError`.
    func send(_ request: ProviderRequest, timeout: Duration) async throws(ProviderError) -> ProviderResponse
}
