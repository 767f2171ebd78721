import AsyncHTTPClient
import Foundation
import Logging
import Pay2Local
import PaymentGateway
import PaymentIntents
import PaymentStorePostgres
import PaymentStoreSQLite
import SMSPay

/// What the subcommands share: the configuration, and a gateway built from it.
struct Program {
    var configuration: GatewayConfiguration
    var logger: Logger

    /// The adapters that a configuration file may name. One from elsewhere is registered here, in one line.
    static var adapters: AdapterRegistry {
        var registry = AdapterRegistry()
        registry.register(SMSPayAdapter.self)
        registry.register(Pay2LocalAdapter.self)
        return registry
    }

    /// Reads the configuration, and says on standard error what is odd about it.
    ///
    /// - Parameters:
    ///   - options: Where the configuration is.
    ///   - variables: The environment.
    ///   - level: The level to log from, unless the environment names one.
    /// - Throws: What is wrong with the configuration.
    init(
        _ options: GlobalOptions,
        variables: [String: String] = ProcessInfo.processInfo.environment,
        loggingFrom level: Logger.Level = .critical
    ) throws(CommandFailure) {
        do throws(ConfigurationError) {
            configuration = try Self.configuration(options, variables)
        } catch {
            throw CommandFailure(error)
        }
        logger = Self.logger(from: level)
        for warning in configuration.warnings { StandardError.print("warning: \(warning)") }
    }

    /// The configuration that the options and the environment point to. When they point nowhere and there is no file in
    /// the place where one is looked for, the environment alone may say everything.
    private static func configuration(
        _ options: GlobalOptions,
        _ variables: [String: String]
    ) throws(ConfigurationError) -> GatewayConfiguration {
        var variables = variables
        variables[logLevelVariable] = nil
        let path = GatewayConfiguration.path(option: options.config, environment: variables)
        let isChosen = options.config != nil || variables["PAYMENTS_CONFIG"]?.isEmpty == false
        if !isChosen, variables["PAYMENTS_ENVIRONMENT"] != nil, !FileManager.default.fileExists(atPath: path) {
            return try GatewayConfiguration(text: "", folder: "", environment: variables, adapters: adapters)
        }
        return try GatewayConfiguration.load(path: path, environment: variables, adapters: adapters)
    }

    private static let logLevelVariable = "PAYMENTS_LOG_LEVEL"

    /// Logs to standard error.
    ///
    /// - Parameter level: The level to log from, unless the environment names one.
    /// - Returns: The logger.
    static func logger(from level: Logger.Level) -> Logger {
        var logger = Logger(label: "payments") { StreamLogHandler.standardError(label: $0) }
        let named = ProcessInfo.processInfo.environment[logLevelVariable].flatMap(Logger.Level.init(rawValue:))
        logger.logLevel = named ?? level
        return logger
    }

    /// The account of this name, enabled or not.
    func account(_ name: String) throws(CommandFailure) -> ProviderAccount {
        let accounts = configuration.accounts + configuration.retiredAccounts
        guard let account = accounts.first(where: { $0.name.rawValue == name }) else {
            throw CommandFailure(GatewayError(.invalidRequest, "no account of that name is configured"))
        }
        return account
    }

    /// Opens the store, and uses a gateway on it.
    func withGateway<Value>(_ body: (Gateway) async throws -> Value) async throws -> Value {
        let store: any PaymentStore
        do throws(StoreError) {
            store = try await openStore()
        } catch {
            let message = "\(configuration.store): \(error.message)"
            throw CommandFailure(GatewayError(.storeUnavailable, message, cause: error))
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
        case .postgres(let url):
            return try await PostgresPaymentStore(url: url, environment: configuration.environment)
        }
    }
}
