import HTTPTypes
public import PaymentIntents
import StrictJSON

/// What is sent. ‘Keys’ and ‘Payments’.
extension PoishaPayAdapter {
    /// Writes the request for a call.
    ///
    /// - Parameter call: What is wanted of PoishaPay.
    /// - Returns: The request, the same bytes for the same call.
    /// - Throws: `ProviderError`; nothing has been sent then.
    public func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        switch call {
        case .create(let order): return try creation(of: order)
        case .query(let lookup): return request(.get, "/v1/payments/\(try pathSegment(lookup))")
        case .list(let page):
            guard page > 0 else { throw ProviderError(.invalid, "page: must be 1 or more") }
            return request(.get, "/v1/payments?page=\(page)")
        case .balance: throw ProviderError(.unsupported, "PoishaPay tells no balance")
        }
    }

    private func creation(of order: PaymentOrder) throws(ProviderError) -> ProviderRequest {
        if let objection = capabilities.objection(to: order) { throw objection }
        guard !order.reference.isEmpty else { throw ProviderError(.invalid, "reference: is empty") }

        var body = JSONObjectWriter()
        body.write("direction", order.kind.wireWord)
        body.write("amount", number: String(order.amount.minorUnits))
        body.write("currency", order.amount.currency.code)
        body.write("reference", order.reference)
        body.write("method", order.method?.rawValue)
        if order.kind == .withdrawal {
            guard let payee = order.payee else { throw ProviderError(.invalid, "payee: is missing") }
            body.write("payee", payee.digits)
        }
        if let duration = order.expiresIn {
            body.write("expires_in", number: String(duration.components.seconds))
        }
        if order.returnURLs != ReturnURLs() {
            body.write("return_urls", returnURLs(order.returnURLs))
        }

        var request = request(.post, "/v1/payments")
        request.body = body.finished()
        request.headers[.contentType] = "application/json"
        // The id of the payment: a creation that is sent again must be recognisable as the same one.
        if let name = HTTPField.Name("Idempotency-Key") { request.headers[name] = order.paymentID.rawValue }
        return request
    }

    private func returnURLs(_ urls: ReturnURLs) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("paid", urls.success?.text)
        object.write("declined", urls.failure?.text)
        object.write("cancelled", urls.cancel?.text)
        object.write("lapsed", urls.expired?.text)
        return object
    }

    private func request(_ method: HTTPRequest.Method, _ path: String) -> ProviderRequest {
        ProviderRequest(
            method: method,
            url: baseURL + path,
            headers: [.accept: "application/json", .authorization: "Bearer \(apiKey.text)"]
        )
    }

    private func pathSegment(_ lookup: PaymentLookup) throws(ProviderError) -> String {
        guard let id = lookup.providerPaymentID, !id.isEmpty else {
            throw ProviderError(.invalid, "providerPaymentID: PoishaPay is asked by its own id, and none is known")
        }
        // Dots need no percent-encoding, and mean another path.
        guard id != ".", id != ".." else {
            throw ProviderError(.invalid, "providerPaymentID: would change the path of the request")
        }
        return ProviderRequest.percentEncoded(id)
    }
}
