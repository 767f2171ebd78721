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

    /// The vectors of this adapter; see `Contracts/Vectors`.
    var vectors: [VectorFile] { get }

    /// Makes the adapter.
    ///
    /// - Parameter setup: The account to make it for.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    func adapter(_ setup: AdapterSetup) throws(ConfigurationError) -> any ProviderAdapter

    /// Makes the adapter of an account that is configured in some other way than ``AdapterSetup`` can say.
    ///
    /// - Parameter settings: The configuration, such as that of a vector.
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

/// A rule for adapters.
public typealias AdapterRule = ContractRule<any AdapterSubject>
