import HTTPTypes
public import PaymentIntents

/// What is sent.
extension Pay2LocalAdapter {
    /// Writes the request for a call.
    ///
    /// Requests carry the two keys and no signature; none is documented for them.
    ///
    /// - Parameter call: What is wanted of Pay2Local.
    /// - Returns: The request, the same bytes for the same call.
    /// - Throws: `ProviderError`; nothing has been sent then.
    public func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        switch call {
        case .create(let order):
            if let objection = capabilities.objection(to: order) { throw objection }
            let body = try CreationBody.json(for: order, configuration)
            return request(order.kind == .deposit ? .deposit : .withdrawal, body: body)
        case .query(let lookup):
            return request(.status, query: "?request_id=\(try requestID(lookup))&currency=BDT")
        case .list:
            throw ProviderError(.unsupported, "Pay2Local lists no payments")
        case .balance:
            return request(.balance)
        }
    }

    private func request(_ endpoint: Endpoint, query: String = "", body: [UInt8] = []) -> ProviderRequest {
        var headers: HTTPFields = [.accept: "application/json"]
        if !body.isEmpty { headers[.contentType] = "application/json" }
        append(.accessKey, configuration.accessKey, to: &headers)
        append(.publicKey, configuration.publicKey, to: &headers)
        let url = configuration.baseURL + endpoint.path(prefix: configuration.pathPrefix) + query
        return ProviderRequest(method: endpoint.method, url: url, headers: headers, body: body)
    }

    private func append(_ name: HTTPField.Name?, _ secret: Secret, to headers: inout HTTPFields) {
        guard let name else { return }
        var field = HTTPField(name: name, value: secret.text)
        field.indexingStrategy = .disallow
        headers.append(field)
    }

    /// Pay2Local is asked by its own `request_id` only; there is no question by `merchant_payment_id`.
    private func requestID(_ lookup: PaymentLookup) throws(ProviderError) -> String {
        guard let id = lookup.providerPaymentID, !id.isEmpty else {
            throw ProviderError(.invalid, "providerPaymentID: Pay2Local is asked by its own id, and none is known")
        }
        return ProviderRequest.percentEncoded(id)
    }
}
