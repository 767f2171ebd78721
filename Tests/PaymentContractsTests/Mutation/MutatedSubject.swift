@testable import PaymentContracts
import PaymentIntents

/// A subject of which something is exchanged; all else is as its author wrote it.
struct MutatedSubject: AdapterSubject {
    let base: any AdapterSubject
    var vectors: [VectorFile]
    var wire: ProviderWire
    var capabilities: Capabilities

    /// Exchanges the far end.
    var reaching: @Sendable (any FarEnd) -> (any FarEnd)? = { $0 }

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
        wire = base.wire
        capabilities = base.capabilities
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
        wire = base.wire
        capabilities = base.capabilities
        making = { settings throws(ConfigurationError) in try base.adapter(&settings) }
        self.configuring = configuring
    }

    /// Exchanges the adapter for one that is made of it.
    ///
    /// - Parameters:
    ///   - base: The subject.
    ///   - changing: Makes the adapter wrong.
    init(
        base: any AdapterSubject,
        changing: @escaping @Sendable (any ProviderAdapter) throws(ConfigurationError) -> any ProviderAdapter = { $0 }
    ) {
        self.init(base) { settings throws(ConfigurationError) in try changing(try base.adapter(&settings)) }
    }

    var name: String { base.name }
    var version: String { base.version }
    var title: String { base.title }
    var claimsNotSimulated: Set<Claim> { base.claimsNotSimulated }

    func settings(_ setup: AdapterSetup) -> [String: SettingValue] { base.settings(configuring(setup)) }

    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try making(&settings)
    }

    func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await base.withFarEnd(setup) { farEnd in
            if let farEnd = reaching(farEnd) { try await work(farEnd) }
        }
    }
}
