import AsyncHTTPClient
import HTTPDecoders
public import HTTPTypes
import NIOCore
import NIOHTTP1
public import ServiceLifecycle

/// Posts callbacks with AsyncHTTPClient; works while it runs as a service.
public struct HTTPCallbackTransport: CallbackTransport, Service {
    private let client = Promise<HTTPClient>()
    private let timeout: Duration

    /// Makes a transport.
    ///
    /// - Parameter timeout: how long one attempt may take, connection included; no document says.
    public init(timeout: Duration = .seconds(10)) {
        self.timeout = timeout
    }

    /// Keeps the connections until graceful shutdown or cancellation.
    public func run() async throws {
        _ = HTTPDecoders.areMade
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.retryConnectionEstablishment = false
        try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            self.client.fulfil(client)
            try? await gracefulShutdown()
        }
    }

    /// Posts a body once; waits until the service runs.
    public func post(_ body: [UInt8], headers: HTTPFields, to url: String) async throws -> CallbackAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        for field in headers { request.headers.add(name: field.name.rawName, value: field.value) }
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await client.value().execute(request, timeout: TimeAmount(timeout))
        let answer = try await response.body.collect(upTo: 64 * 1024)
        return CallbackAnswer(status: Int(response.status.code), body: Array(answer.readableBytesView))
    }
}
