@testable import PaymentContracts
import PaymentIntents

/// A subject whose adapter or vectors are exchanged for others; all else is as its author wrote it.
struct MutatedSubject: AdapterSubject {
    let base: any AdapterSubject
    let vectors: [VectorFile]
    let making: @Sendable (inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter
    let configuring: @Sendable (AdapterSetup) -> AdapterSetup

    /// Exchanges the adapter for one that is made in another way.
    ///
    /// - Parameters:
    ///   - base: The subject.
    ///   - making: Makes the adapter.
    init(
        _ base: any AdapterSubject,
        making: @escaping @Sendable (inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter
    ) {
        self.base = base
        vectors = base.vectors
        self.making = making
        configuring = { $0 }
    }

    /// Exchanges the account that the adapter is made for.
    ///
    /// - Parameters:
    ///   - base: The subject.
    ///   - configuring: The other account.
    init(_ base: any AdapterSubject, configuring: @escaping @Sendable (AdapterSetup) -> AdapterSetup) {
        self.base = base
        vectors = base.vectors
        making = { settings throws(ConfigurationError) in try base.adapter(&settings) }
        self.configuring = configuring
    }

    /// Exchanges what is given.
    ///
    /// - Parameters:
    ///   - base: The subject.
    ///   - vectors: Its vectors, when it is those that are wrong.
    ///   - changing: Makes the adapter wrong.
    init(
        base: any AdapterSubject,
        vectors: [VectorFile]? = nil,
        changing: @escaping @Sendable (any ProviderAdapter) throws(ConfigurationError) -> any ProviderAdapter = { $0 }
    ) {
        self.base = base
        self.vectors = vectors ?? base.vectors
        making = { settings throws(ConfigurationError) in try changing(try base.adapter(&settings)) }
        configuring = { $0 }
    }

    var name: String { base.name }
    var capabilities: Capabilities { base.capabilities }
    var wire: ProviderWire { base.wire }

    func settings(_ setup: AdapterSetup) -> [String: SettingValue] { base.settings(configuring(setup)) }

    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try making(&settings)
    }

    func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await base.withFarEnd(setup, work)
    }
}
