import HTTPTypes
public import PaymentIntents

/// What is sent. SMS Pay API, ‘Endpoints’.
extension SMSPayAdapter {
    /// How many intents are asked for at once. The largest number that SMS Pay takes is not documented.
    static let pageSize = 50

    /// Writes the request for a call.
    ///
    /// - Parameter call: What is wanted of SMS Pay.
    /// - Returns: The request, the same bytes for the same call.
    /// - Throws: `ProviderError`; nothing has been sent then.
    public func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        switch call {
        case .create(let order):
            if let objection = capabilities.objection(to: order) { throw objection }
            let body = try CreationBody.json(for: order, configuration)
            return request(.post, "/payments/intents", body: body)
        case .query(let lookup):
            return request(.get, "/payments/intents/\(try pathSegment(lookup))")
        case .list(let page):
            guard page > 0 else { throw ProviderError(.invalid, "page: must be 1 or more") }
            return request(.get, "/payments/intents?page=\(page)&limit=\(Self.pageSize)")
        case .balance:
            throw ProviderError(.unsupported, "SMS Pay tells no balance")
        }
    }

    private func request(_ method: HTTPRequest.Method, _ path: String, body: [UInt8] = []) -> ProviderRequest {
        var headers: HTTPFields = [.accept: "application/json"]
        if !body.isEmpty { headers[.contentType] = "application/json" }
        if let name = HTTPField.Name.smsPayAPIKey {
            var field = HTTPField(name: name, value: configuration.apiKey.text)
            field.indexingStrategy = .disallow
            headers.append(field)
        }
        return ProviderRequest(method: method, url: configuration.baseURL + "/v1" + path, headers: headers, body: body)
    }

    /// An intent is asked for by SMS Pay's own id only; there is no question by reference.
    private func pathSegment(_ lookup: PaymentLookup) throws(ProviderError) -> String {
        guard let id = lookup.providerPaymentID, !id.isEmpty else {
            throw ProviderError(.invalid, "providerPaymentID: SMS Pay is asked by its own id, and none is known")
        }
        guard id != ".", id != ".." else {
            throw ProviderError(.invalid, "providerPaymentID: would change the path of the request")
        }
        return ProviderRequest.percentEncoded(id)
    }
}
