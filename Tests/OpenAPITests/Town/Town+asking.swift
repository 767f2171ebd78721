import HTTPTypes
import PaymentIntents
import Testing

extension Town {
    /// Lets an adapter write a request, sends it, and lets the adapter read the answer.
    ///
    /// - Throws: `ProviderError`, the adapter's or the wire's.
    @discardableResult
    func call<Adapter: ProviderAdapter>(
        _ adapter: Adapter,
        _ call: ProviderCall
    ) async throws(ProviderError) -> ProviderReply<Adapter.Intent> {
        try adapter.reply(in: try await wire.carry(try adapter.request(for: call)), to: call)
    }

    /// The same for a call that has one payment as its answer.
    func intent<Adapter: ProviderAdapter>(_ adapter: Adapter, _ call: ProviderCall) async throws -> Adapter.Intent {
        guard case .intent(let intent) = try await self.call(adapter, call) else { throw NoIntent() }
        return intent
    }

    struct NoIntent: Error {}

    /// The same for a call that the adapter has to read as this error.
    func expect<Adapter: ProviderAdapter>(
        _ code: ProviderError.Code,
        of adapter: Adapter,
        _ call: ProviderCall,
        _ comment: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async {
        let error = await #expect(throws: ProviderError.self, "\(comment)", sourceLocation: sourceLocation) {
            try await self.call(adapter, call)
        }
        #expect(error?.code == code, "\(comment)", sourceLocation: sourceLocation)
    }

    /// Sends a request that no adapter writes.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - url: an address at a documented server.
    ///   - headers: what is to be sent beside the content type.
    ///   - body: JSON, or what is to be taken for it.
    ///   - operation: the operation that the answer is held against, when the request is wrong on purpose.
    /// - Returns: the answer.
    /// - Throws: `ProviderError` when there is none.
    func send(
        _ method: HTTPRequest.Method,
        _ url: String,
        _ headers: [(String, String)] = [],
        body: String = "",
        wrongFor operation: String? = nil
    ) async throws -> ProviderResponse {
        var fields = HTTPFields()
        if !body.isEmpty { fields[.contentType] = "application/json" }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let request = ProviderRequest(method: method, url: url, headers: fields, body: Array(body.utf8))
        return try await wire.carry(request, as: operation.map { .wrong(operation: $0) })
    }

    /// Uses our REST interface.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: the path with its query.
    ///   - body: JSON.
    ///   - key: the API key.
    ///   - operation: the operation that the answer is held against, when the request is wrong on purpose.
    /// - Returns: the answer.
    /// - Throws: `ProviderError` when there is none.
    func ours(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = "",
        key: String? = Keys.api,
        wrongFor operation: String? = nil
    ) async throws -> ProviderResponse {
        let headers = key.map { [("Authorization", "Bearer \($0)")] } ?? []
        return try await send(method, Servers.ours + path, headers, body: body, wrongFor: operation)
    }
}

extension ProviderResponse {
    /// A text in the JSON body.
    func text(_ names: String...) throws -> String {
        let value = try names.reduce(JSON(body)) { try #require($0[$1]) }
        return try #require(value.string)
    }
}
