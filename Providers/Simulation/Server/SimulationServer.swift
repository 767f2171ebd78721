import HTTPDecoders
public import Hummingbird
public import Logging
public import ServiceLifecycle

/// An HTTP server on loopback with what works beside it.
public struct SimulationServer: Service {
    private let responder: RouterResponder<SimulationContext>
    private let requestedPort: Int
    private let companions: [any Service]
    private let port: Promise<Int>
    private let onServerRunning: @Sendable (Int) async -> Void
    private let logger: Logger

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - router: the routes.
    ///   - requestedPort: the port to bind on 127.0.0.1; 0 picks a free one.
    ///   - companions: services that start before the server and end after it.
    ///   - port: is given the port once it is bound.
    ///   - logger: where Hummingbird logs; it never gets bodies or credentials.
    ///   - onServerRunning: called with the port once the server listens.
    public init(
        router: Router<SimulationContext>,
        requestedPort: Int,
        companions: [any Service],
        port: Promise<Int>,
        logger: Logger,
        onServerRunning: @escaping @Sendable (Int) async -> Void
    ) {
        responder = router.buildResponder()
        self.requestedPort = requestedPort
        self.companions = companions
        self.port = port
        self.logger = logger
        self.onServerRunning = onServerRunning
    }

    /// Serves until graceful shutdown or cancellation.
    ///
    /// - Throws: when the port cannot be bound.
    public func run() async throws {
        _ = HTTPDecoders.areMade
        let application = Application(
            responder: responder,
            server: .http1(configuration: .init(additionalChannelHandlers: [RemoteEndHandler()])),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: requestedPort)),
            services: companions,
            onServerRunning: { channel in
                guard let bound = channel.localAddress?.port else { return }
                port.fulfil(bound)
                await onServerRunning(bound)
            },
            logger: logger
        )
        try await application.run()
    }
}
