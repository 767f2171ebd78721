import Foundation
import PaymentContracts
import PaymentIntents
import PoishaPay

/// PoishaPay, for the rules: what its document says, and a simulator as its far end.
struct PoishaPaySubject: AdapterSubject {
    let name = "poishapay"
    let wire: ProviderWire
    let vectors: [VectorFile]

    init() throws {
        wire = try PoishaPayWire.messages()
        vectors = try PoishaPayVectors.files()
    }

    /// ‘Payments’.
    var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit, .withdrawal],
            methods: [.bkash, .nagad, .rocket],
            currencies: [.bdt],
            takesFractions: true,
            operations: [.create, .query, .list],
            isCreationIdempotent: true,
            claimsByQueryOnly: []
        )
    }

    /// ‘Keys’ and ‘Callbacks’.
    func settings(_ setup: AdapterSetup) -> [String: SettingValue] {
        [
            "apiKey": .text(Self.apiKey(setup)),
            "callbackSecrets": .list(setup.callbackKeys),
            "baseURL": .text(setup.baseURL),
            "callbackTrust": .text(setup.trust.rawValue),
        ]
    }

    func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try PoishaPayAdapter(settings: &settings)
    }

    func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
        try await work(SimulatedPoishaPay(setup))
    }

    static func apiKey(_ setup: AdapterSetup) -> String {
        (setup.environment == .live ? "pk_live_" : "pk_test_") + setup.credential
    }
}
