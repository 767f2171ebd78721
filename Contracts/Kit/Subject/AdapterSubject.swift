public import PaymentIntents

/// An adapter under test, and everything that the rules have to know about its provider.
///
/// Its author writes it from the provider's documents, not from the adapter: whatever is declared twice here is declared
/// so that the two can be compared.
public protocol AdapterSubject: Sendable {
    /// The adapter's name.
    var name: String { get }

    /// What the provider can do, as its documents say.
    var capabilities: Capabilities { get }

    /// What the provider sends, and how it signs.
    var wire: ProviderWire { get }

    /// What the provider has words for and the far end cannot bring about; nothing when not given.
    var claimsNotSimulated: Set<Claim> { get }

    /// The vectors of this adapter; see `Contracts/Vectors`.
    var vectors: [VectorFile] { get }

    /// Configures an account: every key that the adapter must have, and the keys that callbacks are signed with.
    ///
    /// - Parameter setup: The account.
    /// - Returns: The values by key, as they stand below the account in a configuration file, `adapter` aside.
    func settings(_ setup: AdapterSetup) -> [String: SettingValue]

    /// Makes the adapter from its configuration.
    ///
    /// - Parameter settings: The keys of the account; those that the adapter knows are read.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter

    /// Runs a piece of work against the provider's far end: a simulator that was started for it and is stopped after it.
    ///
    /// - Parameters:
    ///   - setup: The account, its ``AdapterSetup/baseURL`` aside.
    ///   - work: What to do with it.
    /// - Throws: What the work throws, or that the simulator could not be started.
    func withFarEnd(
        _ setup: AdapterSetup,
        _ work: @Sendable (any FarEnd) async throws -> Void
    ) async throws
}

extension AdapterSubject {
    /// Nothing: the far end brings about whatever the provider has a word for.
    public var claimsNotSimulated: Set<Claim> { [] }

    /// Makes the adapter of an account.
    ///
    /// - Parameter setup: The account to make it for.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    public func adapter(_ setup: AdapterSetup) throws(ConfigurationError) -> any ProviderAdapter {
        var settings = AdapterSettings(
            account: setup.account,
            environment: setup.environment,
            values: settings(setup)
        )
        return try adapter(&settings)
    }
}

/// A rule for adapters.
public typealias AdapterRule = ContractRule<any AdapterSubject>
