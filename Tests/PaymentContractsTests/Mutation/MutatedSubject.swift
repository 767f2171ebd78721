@testable import PaymentContracts
import PaymentIntents

/// A subject whose adapter is exchanged for another one; all else is as its author wrote it.
struct MutatedSubject: AdapterSubject {
    let base: any AdapterSubject
    let making: @Sendable (inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter

    var name: String { base.name }
    var capabilities: Capabilities { base.capabilities }
    var wire: ProviderWire { base.wire }
    var vectors: [VectorFile] { base.vectors }

    func settings(_ setup: AdapterSetup) -> [String: SettingValue] { base.settings(setup) }

    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try making(&settings)
    }

    func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await base.withFarEnd(setup, work)
    }
}
