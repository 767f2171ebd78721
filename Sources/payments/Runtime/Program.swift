import AsyncHTTPClient
import Foundation
import Logging
import Pay2Local
import PaymentGateway
import PaymentIntents
import PaymentStoreSQLite
import SMSPay

/// What the subcommands share: the configuration, and a gateway built from it.
struct Program {
    let configuration: GatewayConfiguration
    let logger: Logger

    /// The adapters that a configuration file may name. One from elsewhere is registered here, in one line.
    static var adapters: AdapterRegistry {
        var registry = AdapterRegistry()
        registry.register(SMSPayAdapter.self)
        registry.register(Pay2LocalAdapter.self)
        return registry
    }

    /// Reads the configuration, and says on standard error what is odd about it.
    init(_ options: GlobalOptions) throws(CommandFailure) {
        do throws(ConfigurationError) {
            let variables = ProcessInfo.processInfo.environment
            configuration = try GatewayConfiguration.load(
                path: GatewayConfiguration.path(option: options.config, environment: variables),
                environment: variables,
                adapters: Self.adapters
            )
        } catch {
            throw CommandFailure(error)
        }
        logger = Self.logger
        for warning in configuration.warnings { StandardError.print("warning: \(warning)") }
    }

    /// Logs to standard error, from the level that `PAYMENTS_LOG_LEVEL` names.
    static var logger: Logger {
        var logger = Logger(label: "payments") { StreamLogHandler.standardError(label: $0) }
        let level = ProcessInfo.processInfo.environment["PAYMENTS_LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:))
        logger.logLevel = level ?? .notice
        return logger
    }

    /// The account of this name.
    func account(_ name: String) throws(CommandFailure) -> ProviderAccount {
        guard let account = configuration.accounts.first(where: { $0.name.rawValue == name }) else {
            throw CommandFailure(GatewayError(.invalidRequest, "no account of that name is enabled"))
        }
        return account
    }

    /// Opens the store, and uses a gateway on it.
    func withGateway<Value>(_ body: (Gateway) async throws -> Value) async throws -> Value {
        let store: any PaymentStore
        do throws(StoreError) {
            store = try await openStore()
        } catch {
            throw CommandFailure(GatewayError(.storeUnavailable, error.message, cause: error))
        }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: HTTPTransport.defaultConfiguration)
        let gateway = Gateway(configuration, store: store, transport: HTTPTransport(client), logger: logger)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(gateway))
        } catch let error as GatewayError {
            result = .failure(CommandFailure(error))
        } catch {
            result = .failure(error)
        }
        await store.close()
        try? await client.shutdown()
        return try result.get()
    }

    private func openStore() async throws(StoreError) -> any PaymentStore {
        switch configuration.store {
        case .sqlite(let path):
            return try SQLitePaymentStore(path: path, environment: configuration.environment)
        case .postgres:
            throw StoreError(.unavailable, "this build has no PostgreSQL store")
        }
    }
}
