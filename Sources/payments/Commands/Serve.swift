import ArgumentParser
import Logging
import PaymentGateway
import PaymentServer
import ServiceLifecycle
import UnixSignals
import Signatures

/// `payments serve`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes callbacks and does the background work, until SIGTERM or SIGINT."
    )

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Self.serve(try Program(options, loggingFrom: .notice))
    }

    /// Serves with a program's configuration, until SIGTERM or SIGINT.
    static func serve(_ program: Program) async throws {
        let configuration = program.configuration
        GatewayServer.keepFreedMemory()
        GatewayServer.raiseFileLimit()
        try await program.withGateway { gateway in
            do throws(StoreError) {
                try await gateway.store.beginServing()
            } catch {
                throw CommandFailure(GatewayError(.storeUnavailable, error.message, cause: error))
            }
            let host = configuration.server.host
            let server = GatewayServer(
                gateway: gateway,
                host: host,
                port: configuration.server.port,
                apiKeys: configuration.server.apiKeys,
                logger: program.logger,
                onReady: { port in StandardError.print("listening on \(host):\(port)") }
            )
            // The server stops first and answers what it has accepted; the workers stop after it.
            var services: [any Service] = [Synchroniser(gateway)]
            if let settings = configuration.notifications {
                services.append(try NotificationSender(gateway, settings: settings))
            }
            if let days = configuration.callbackDays { services.append(InboxRetention(gateway, days: days)) }
            services.append(server)
            let group = ServiceGroup(
                services: services,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: program.logger
            )
            do {
                try await group.run()
            } catch let error where ListeningFailure.isOne(error) {
                let address = ListeningFailure(host: host, port: configuration.server.port, cause: error)
                throw CommandFailure(GatewayError(.configuration, "server.port: \(address)", cause: error))
            }
        }
    }
}
