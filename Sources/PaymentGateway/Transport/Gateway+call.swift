import PaymentIntents
import Tracing

extension Gateway {
    /// Calls a provider once: write the request, send it, read the response.
    ///
    /// - Throws: `ProviderError`. An open breaker counts as not connected: nothing was sent.
    func call(_ call: ProviderCall, on account: ProviderAccount) async throws(ProviderError) -> ProviderAnswer {
        let start = ContinuousClock.now
        let operation = call.operation.rawValue
        let result: Result<ProviderAnswer, ProviderError> = await spans.span(
            "payments.provider.\(operation)",
            .client,
            ["payments.account": account.name.rawValue, "payments.operation": operation],
            result: { $0.error?.code.rawValue ?? "answered" },
            { await self.result(of: call, on: account) }
        )
        metrics.count(call.operation, at: account.name, error: result.error, took: .now - start)
        return try result.get()
    }

    private func result(
        of call: ProviderCall,
        on account: ProviderAccount
    ) async -> Result<ProviderAnswer, ProviderError> {
        do throws(ProviderError) {
            return .success(try await attempt(call, on: account))
        } catch {
            return .failure(error)
        }
    }

    private func attempt(
        _ call: ProviderCall,
        on account: ProviderAccount
    ) async throws(ProviderError) -> ProviderAnswer {
        let request = try account.adapter.request(for: call)
        if call.operation != .create { try checkRest(of: account.name) }
        let breaker = breakers[account.name]
        guard breaker?.admits(at: clock.now) != false else {
            throw ProviderError(.notConnected, "the provider did not answer lately and is left alone for a while")
        }
        let response: ProviderResponse
        do throws(ProviderError) {
            response = try await transport.send(request, timeout: Self.callTimeout)
            // An error of the provider's own is as bad as no answer: the next account may take the next payment.
            breaker?.note(response.status < 500 ? nil : ProviderError(.unavailable, "5xx"), at: clock.now)
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
            restPeriods[account.name]?.begin(limited.retryAfter, at: clock.now)
            throw limited
        }
    }

    /// Refuses to ask a provider that wants to be left alone.
    ///
    /// - Throws: `ProviderError` with code `rateLimited`; nothing was sent.
    func checkRest(of account: AccountName) throws(ProviderError) {
        guard let rest = restPeriods[account]?.remainder(at: clock.now) else { return }
        throw ProviderError(.rateLimited, "the provider wants to be left alone for a while", retryAfter: rest)
    }
}

extension Result {
    /// The error, if it is one.
    fileprivate var error: Failure? {
        guard case .failure(let error) = self else { return nil }
        return error
    }
}
