import PaymentIntents

extension Gateway {
    /// Calls a provider once: write the request, send it, read the response.
    ///
    /// - Throws: `ProviderError`. An open breaker counts as not connected: nothing was sent.
    func call(_ call: ProviderCall, on account: ProviderAccount) async throws(ProviderError) -> ProviderAnswer {
        let request = try account.adapter.request(for: call)
        let breaker = breakers[account.name]
        guard breaker?.admits(at: clock.now) != false else {
            throw ProviderError(.notConnected, "the provider did not answer lately and is left alone for a while")
        }
        let response: ProviderResponse
        do throws(ProviderError) {
            response = try await transport.send(request, timeout: Self.callTimeout)
            breaker?.note(nil, at: clock.now)
        } catch {
            breaker?.note(error, at: clock.now)
            throw error
        }
        do throws(ProviderError) {
            return try account.adapter.answer(in: response, to: call)
        } catch {
            guard error.code == .rateLimited else { throw error }
            var limited = error
            limited.retryAfter = RetryAfter.duration(in: response.headers, now: clock.now)
            throw limited
        }
    }
}
