import HTTPTypes
import Hummingbird
import Logging
public import ServiceLifecycle
import Synchronization

/// The other side of a callback, for tests: answers as it is told to and keeps what it received.
public struct RecordingMerchant: Service {
    /// How the merchant answers one callback.
    public struct Answer: Sendable, Hashable {
        /// The HTTP status code.
        public let status: Int
        /// The body.
        public let body: String
        /// Where a redirect leads.
        public let location: String?

        /// Describes an answer.
        ///
        /// - Parameters:
        ///   - status: the HTTP status code.
        ///   - body: the body.
        ///   - location: where a redirect leads.
        public init(_ status: Int, body: String = #"{"received":true}"#, location: String? = nil) {
            self.status = status
            self.body = body
            self.location = location
        }
    }

    /// Every callback that arrived.
    public let received = Journal<ReceivedRequest>()
    private let script: Script
    private let port = Promise<Int>()

    /// The answers that are still to be given.
    private final class Script: Sendable {
        private let answers: Mutex<[Answer]>

        init(_ answers: [Answer]) {
            self.answers = Mutex(answers)
        }

        func next() -> Answer? {
            answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    /// Makes a merchant.
    ///
    /// - Parameter answers: the answers to the first callbacks, in order; after them it is 200. A challenge is echoed.
    public init(answering answers: [Answer] = []) {
        script = Script(answers)
    }

    /// Receives until graceful shutdown or cancellation.
    ///
    /// - Throws: when no port can be bound.
    public func run() async throws {
        let router = Router(context: SimulationContext.self)
        router.add(
            middleware: RequestJournalMiddleware(journal: received, credentials: [], timekeeper: Timekeeper())
        )
        router.post("callbacks") { request, context in
            let body = try await request.body.collect(upTo: context.maxUploadSize)
            let fields = RequestField.fields(of: Array(body.readableBytesView))
            let answer = script.next() ?? Answer(200)
            var response = Response.json("", status: HTTPResponse.Status(code: answer.status))
            response.body = ResponseBody(byteBuffer: ByteBuffer(string: answer.body))
            if case .text(let challenge) = fields?["challenge"], answer == Answer(200) {
                response = .json(["challenge": .string(challenge)])
            }
            if let location = answer.location { response.headers[.location] = location }
            return response
        }
        let server = SimulationServer(
            router: router,
            requestedPort: 0,
            companions: [],
            port: port,
            logger: Logger(label: "recording-merchant") { _ in SwiftLogNoOpLogHandler() },
            onServerRunning: { _ in }
        )
        try await server.run()
    }

    /// Where callbacks are received; waits until the merchant listens.
    ///
    /// - Returns: an absolute URL.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func url() async throws -> String {
        "http://127.0.0.1:\(try await port.value())/callbacks"
    }
}
