public import PaymentIntents

/// A configuration that may be run with: read in full, and refused in full when any of it is wrong.
///
/// <doc:Configuration> says what each key means. An error names the key and never shows a value; a description or a dump
/// shows no secret.
public struct GatewayConfiguration: Sendable {
    /// Whether money is real.
    public var environment: PaymentEnvironment

    /// Where payments are kept.
    public var store: StoreLocation

    /// Where `serve` listens.
    public var server: ServerSettings

    /// The accounts that are enabled, in the order of `providers.enabled`.
    public var accounts: [ProviderAccount]

    /// The accounts that are configured and not enabled, by name. They take no new payments.
    public var retiredAccounts: [ProviderAccount]

    /// The accounts to try for each kind, in order: all of them enabled. Every kind has an entry; an empty one means that
    /// no account is to take it.
    public var routes: [PaymentKind: [AccountName]]

    /// Where the merchant's own system is told about payments; `nil` for nowhere.
    public var notifications: NotificationSettings?

    /// How long the bytes of callbacks are kept, in days; `nil` for ever. Repetitions are recognised for ever.
    public var callbackDays: Int?

    /// What may be a mistake but stops nothing: what an adapter says of its keys, and a sentence for each variable
    /// `PAYMENTS_…` that no key reads. Names stand there, no values.
    public var warnings: [String]

    /// Reads a configuration.
    ///
    /// - Parameters:
    ///   - text: YAML or JSON.
    ///   - folder: The folder that relative paths count from: the configuration file's.
    ///   - variables: The environment. It wins over the text.
    ///   - adapters: The adapters that an account may name.
    /// - Throws: `ConfigurationError`, naming the first key that is wrong and never a value.
    public init(
        text: String,
        folder: String,
        environment variables: [String: String],
        adapters: AdapterRegistry
    ) throws(ConfigurationError) {
        var source = SettingsSource(
            document: try ConfigurationDocument(text),
            variables: EnvironmentVariables(variables)
        )
        let environment = try Self.environment(from: &source)
        self.environment = environment
        store = try StoreLocation(try source.text("store") ?? StoreLocation.fallback, folder: folder)
        server = try ServerSettings(from: &source, environment: environment)
        notifications = try NotificationSettings(from: &source, environment: environment)
        callbackDays = try Self.callbackDays(from: &source)

        let enabled = try source.accountNames("providers.enabled") ?? []
        let written = try Self.writtenRoutes(from: &source)
        let configured = Self.configured(in: source, mentioned: enabled + written.values.flatMap { $0 })
        for name in enabled where !configured.contains(name) {
            throw ConfigurationError(key: "providers.\(name)", problem: "is enabled, but not configured")
        }

        var reader = AccountReader(environment: environment, adapters: adapters)
        var ready: [AccountName: ProviderAccount] = [:]
        for name in configured.sorted() {
            ready[name] = ProviderAccount(name: name, adapter: try reader.adapter(of: name, from: &source))
        }
        guard !enabled.isEmpty else { throw ConfigurationError(key: "providers.enabled", problem: "names no account") }
        accounts = enabled.compactMap { ready[$0] }
        retiredAccounts = configured.subtracting(enabled).sorted().compactMap { ready[$0] }
        routes = try Self.routes(written, accounts: accounts, configured: configured)
        warnings = reader.warnings
        warnings += source.variables.unread.map { "\($0.escapedForLog) is set, but no key reads it" }
    }

    private static func environment(
        from source: inout SettingsSource
    ) throws(ConfigurationError) -> PaymentEnvironment {
        guard let text = try source.text("environment") else {
            throw ConfigurationError(key: "environment", problem: "is missing; it must be sandbox or live")
        }
        guard let environment = PaymentEnvironment(rawValue: text) else {
            throw ConfigurationError(key: "environment", problem: "must be sandbox or live")
        }
        return environment
    }

    private static func callbackDays(from source: inout SettingsSource) throws(ConfigurationError) -> Int? {
        guard let text = try source.text("retention.callbackDays") else { return nil }
        // Read back, because `UInt16` also takes "+30" and "0030".
        guard let days = UInt16(text), days > 0, String(days) == text else {
            throw SettingsSource.error("retention.callbackDays", "must be a number of days from 1 to 65535")
        }
        return Int(days)
    }

    /// The accounts with a block in the file, and those that the environment alone configures. An account's name cannot
    /// be told from a variable's, so the latter count when the configuration mentions them.
    private static func configured(in source: SettingsSource, mentioned: [AccountName]) -> Set<AccountName> {
        Set(source.document.accounts.keys)
            .union(mentioned.filter { source.variables.has("providers.\($0).adapter") })
    }
}
