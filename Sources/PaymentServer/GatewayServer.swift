import HTTPDecoders
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import PaymentGateway
public import PaymentIntents
public import ServiceLifecycle

/// The HTTP server: the callback endpoint, the REST interface, and whether the program is alive and ready.
///
/// On a graceful shutdown it takes no more connections and answers what it has accepted.
public struct GatewayServer: Service {
    /// How long a request may take to arrive, and how long a connection may be idle: 10 seconds.
    static let patience = TimeAmount.seconds(10)

    /// How many connections may be open at once, where there are files for so many; more of them wait.
    var maximumConnections = 4096

    private let gateway: Gateway
    private let host: String
    private let port: Int
    private let apiKeys: APIKeys
    private let logger: Logger
    private let onReady: @Sendable (Int) async -> Void

    /// How long this one waits. Tests wait longer, as a machine that has much to do is no slow client.
    var patience = GatewayServer.patience

    /// Describes a server. It starts when it is run.
    ///
    /// - Parameters:
    ///   - gateway: The engine behind it.
    ///   - host: The address to listen on.
    ///   - port: The port to listen on; 0 picks a free one.
    ///   - apiKeys: Who may use the REST interface; without keys there is none.
    ///   - logger: Takes one line an event.
    ///   - onReady: Is told the port when the server listens.
    public init(
        gateway: Gateway,
        host: String,
        port: Int,
        apiKeys: [Secret] = [],
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.gateway = gateway
        self.host = host
        self.port = port
        self.apiKeys = APIKeys(apiKeys)
        self.logger = logger
        self.onReady = onReady
    }

    /// Serves until the service group shuts down.
    public func run() async throws {
        _ = HTTPDecoders.areMade
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let connections = ConnectionChannel(
            responder: ServerResponder(
                callbacks: CallbackEndpoint(gateway: gateway),
                payments: PaymentEndpoint(gateway: gateway, keys: apiKeys),
                gateway: gateway
            ),
            clock: HTTPClock(gateway.clock),
            patience: patience
        )
        let server = connections.server(
            configuration: ServerConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    Self.connections(maximumConnections),
                    logger: quiet
                )
            ),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: quiet
        )
        try await server.run()
    }
}
