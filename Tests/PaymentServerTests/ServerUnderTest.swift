import Logging
import NIOCore
import PaymentGateway
import PaymentIntents
import ServiceLifecycle

@testable import PaymentServer

/// A server that listens on a port of its own while a test runs.
struct ServerUnderTest: Sendable {
    let gateway: Gateway
    let port: Int
    let group: ServiceGroup

    /// Runs a test against a server.
    ///
    /// - Parameters:
    ///   - store: The store behind it.
    ///   - apiKeys: Who may use the REST interface.
    ///   - isWorking: Whether the background work is done as well.
    ///   - maximumConnections: How many connections it takes at once, when that matters.
    ///   - test: The test.
    /// - Throws: What the test throws.
    static func run(
        on store: any PaymentStore = StoreDouble(),
        apiKeys: [Secret] = [],
        isWorking: Bool = false,
        maximumConnections: Int? = nil,
        _ test: @escaping @Sendable (ServerUnderTest) async throws -> Void
    ) async throws {
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        let gateway = try gateway(on: store)
        let (ports, port) = AsyncStream<Int>.makeStream()
        var server = GatewayServer(
            gateway: gateway,
            host: "127.0.0.1",
            port: 0,
            apiKeys: apiKeys,
            logger: logger,
            onReady: { port.yield($0) }
        )
        server.patience = .minutes(10)
        if let maximumConnections { server.maximumConnections = maximumConnections }
        let services: [any Service] = isWorking ? [Synchroniser(gateway), server] : [server]
        let group = ServiceGroup(services: services, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                do {
                    try await test(ServerUnderTest(gateway: gateway, port: port, group: group))
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// An engine with one account at each provider, which reaches nobody.
    static func gateway(on store: any PaymentStore) throws -> Gateway {
        Gateway(
            environment: .sandbox,
            accounts: try Accounts.all(),
            routes: [:],
            store: store,
            transport: NoTransport(),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Sends bytes on a connection of their own, and reads one answer.
    func exchange(_ bytes: [UInt8]) async throws -> WireAnswer {
        let connection = try await RawConnection.open(port: port)
        defer { connection.close() }
        try await connection.send(bytes)
        return try await connection.answer()
    }

    /// Sends a text, and reads one answer.
    func exchange(_ text: String) async throws -> WireAnswer { try await exchange(Array(text.utf8)) }

    /// The status that a probe is answered with.
    func status(_ path: String) async throws -> Int {
        try await exchange("GET \(path) HTTP/1.1\r\nHost: shop\r\n\r\n").status
    }
}
