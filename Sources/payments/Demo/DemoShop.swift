import AsyncHTTPClient
import Foundation
import Logging
import PaymentGateway
import PaymentIntents
import PaymentServer
import PaymentStoreSQLite
import ServiceLifecycle

/// The merchant's program: what `payments serve` does, in one process with the demo.
///
/// It knows the configuration file, and no provider.
enum DemoShop {
    /// Runs the program on a configuration, and lets it drain when the body is done.
    static func open(
        _ configurationPath: String,
        _ body: @escaping @Sendable (Gateway) async throws -> Void
    ) async throws {
        let program = try program(configurationPath)
        try await program.withGateway { gateway in
            try await gateway.store.beginServing()
            let (ready, isReady) = AsyncStream<Int>.makeStream()
            let server = GatewayServer(
                gateway: gateway,
                host: program.configuration.server.host,
                port: program.configuration.server.port,
                logger: program.logger,
                onReady: { isReady.yield($0) }
            )
            var services: [any Service] = [Synchroniser(gateway), server]
            if let settings = program.configuration.notifications {
                services.append(try NotificationSender(gateway, settings: settings))
            }
            let group = ServiceGroup(services: services, logger: program.logger)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                for await _ in ready { break }
                do {
                    try await body(gateway)
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }

    /// The program with a configuration. The variables are the merchant's own, and this is not the merchant's
    /// configuration.
    static func program(_ configurationPath: String) throws -> Program {
        var options = GlobalOptions()
        options.config = configurationPath
        options.output = .text
        return try Program(options, variables: [:])
    }
}
