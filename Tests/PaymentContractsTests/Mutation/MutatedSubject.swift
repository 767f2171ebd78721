@testable import PaymentContracts
import PaymentIntents

/// A subject whose adapter is exchanged for another one; all else is as its author wrote it.
struct MutatedSubject: AdapterSubject {
    let base: any AdapterSubject
    let vectors: [VectorFile]
    let changing: @Sendable (any ProviderAdapter) throws(ConfigurationError) -> any ProviderAdapter

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
        self.changing = changing
    }

    var name: String { base.name }
    var capabilities: Capabilities { base.capabilities }
    var wire: ProviderWire { base.wire }

    func adapter(_ setup: AdapterSetup) throws(ConfigurationError) -> any ProviderAdapter {
        try changing(try base.adapter(setup))
    }

    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try changing(try base.adapter(&settings))
    }

    func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await base.withFarEnd(setup, work)
    }
}
