public import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Answers requests as ``SimulationServer`` does, without a socket: one call is one request.
///
/// Faults that break a connection, ``Fault/reset`` and ``Fault/noAnswer``, have none to break here.
public struct InProcessServer: Sendable {
    /// An answer, read to its end.
    public struct Answer: Sendable {
        /// The HTTP status code.
        public let status: Int
        /// The header fields.
        public let headers: HTTPFields
        /// The body's bytes.
        public let body: [UInt8]
    }

    /// Stands where the connection would, for every request: nothing is read from it or written to it. There is only one
    /// because such a channel stays in memory until it is closed, which only its own thread may do.
    private static let noConnection: any Channel = EmbeddedChannel()

    private let responder: RouterResponder<SimulationContext>
    private let logger = Logger(label: "in-process-server") { _ in SwiftLogNoOpLogHandler() }

    /// Makes a server.
    ///
    /// - Parameter router: the routes.
    public init(router: Router<SimulationContext>) {
        responder = router.buildResponder()
    }

    /// Answers one request.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: the path and the query.
    ///   - headers: the header fields.
    ///   - body: the body's bytes.
    /// - Returns: the answer.
    /// - Throws: what no middleware has turned into an answer.
    public func answer(
        _ method: HTTPRequest.Method,
        _ path: String,
        headers: HTTPFields,
        body: [UInt8]
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1", path: path)
        head.headerFields = headers
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let source = ApplicationRequestContextSource(channel: Self.noConnection, logger: logger)
        let response = try await responder.respond(to: request, context: SimulationContext(source: source))
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, body: collector.bytes)
    }

    /// Keeps what is written to it. One call makes, fills and reads it.
    private final class BodyCollector: ResponseBodyWriter {
        private(set) var bytes: [UInt8] = []

        func write(_ buffer: ByteBuffer) async throws {
            bytes.append(contentsOf: buffer.readableBytesView)
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
