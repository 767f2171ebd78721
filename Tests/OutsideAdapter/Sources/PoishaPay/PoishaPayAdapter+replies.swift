public import PaymentIntents
import StrictJSON

/// What comes back. ‘Payments’ and ‘Errors’.
extension PoishaPayAdapter {
    /// Reads the answer to a call.
    ///
    /// - Parameters:
    ///   - response: What came back, whatever it is.
    ///   - call: The call that it answers.
    /// - Returns: The payment, or the page of payments.
    /// - Throws: `ProviderError`.
    public func reply(
        in response: ProviderResponse,
        to call: ProviderCall
    ) throws(ProviderError) -> ProviderReply<PoishaPayPayment> {
        do throws(ProviderError) {
            guard response.isSuccessful else { throw error(in: response, to: call) }
            let answer = try json(in: response)
            switch call {
            case .create, .query: return .intent(try PoishaPayPayment(answer, self))
            case .list: return try page(in: answer)
            case .balance: throw ProviderError(.unsupported, "PoishaPay tells no balance")
            }
        } catch {
            var error = error
            error.httpStatus = response.status
            throw error
        }
    }

    /// A payment that cannot be read spoils the page: it could be the one that is looked for.
    private func page(in answer: JSONValue) throws(ProviderError) -> ProviderReply<PoishaPayPayment> {
        guard let elements = answer["payments"]?.elements, let hasMore = answer["more"]?.bool else {
            throw ProviderError(.unreadable, "payments, more: missing, or not what PoishaPay documents")
        }
        var payments: [PoishaPayPayment] = []
        for element in elements { payments.append(try PoishaPayPayment(element, self)) }
        return .page(payments, hasMore: hasMore && !payments.isEmpty)
    }

    private func json(in response: ProviderResponse) throws(ProviderError) -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(response.body, limits: JSONLimits(maximumByteCount: 1 << 20)).root
        } catch {
            throw ProviderError(.unreadable, "body: \(error)")
        }
    }

    /// A definite no is believed only in PoishaPay's own form: a proxy's page with the same status says nothing about
    /// what PoishaPay has done.
    private func error(in response: ProviderResponse, to call: ProviderCall) -> ProviderError {
        switch response.status {
        case 401: return ProviderError(.credentialsRefused, "apiKey: PoishaPay does not take it")
        case 429: return ProviderError(.rateLimited, "PoishaPay wants fewer requests")
        case 500...599: return ProviderError(.unavailable, "PoishaPay failed inside")
        default: break
        }
        let error = (try? json(in: response))?["error"]
        switch (response.status, error?["code"]?.string, call.operation) {
        case (404, "not_found", .query): return ProviderError(.notFound, "PoishaPay knows no such payment")
        case (409, "key_reused", .create):
            return ProviderError(.keyConflict, "Idempotency-Key: PoishaPay holds another payment under it")
        case (422, "invalid", _):
            let field = Self.fields.first { error?["field"]?.equals($0) == true }
            return ProviderError(.refused, "\(field ?? "request"): PoishaPay refused it")
        default: return ProviderError(.unreadable, "body: not an error that PoishaPay documents")
        }
    }

    /// The names that an error may repeat: nothing that came from outside is quoted.
    private static let fields = [
        "direction", "amount", "currency", "reference", "method", "payee", "expires_in", "return_urls",
    ]
}
