public import Foundation
public import PaymentContracts
public import PaymentIntents
import SMSPay

/// SMS Pay, for the rules: what its documents say, and a simulator as its far end.
public struct SMSPaySubject: AdapterSubject {
    /// `smspay`.
    public let name = SMSPayAdapter.name

    /// The project's version.
    public let version = BuiltInVersion.current

    /// What SMS Pay sends.
    public var wire: ProviderWire

    /// The vectors in `Contracts/Vectors/smspay`.
    public let vectors: [VectorFile]

    /// Takes the vectors.
    ///
    /// - Parameter vectors: The files; none, and the rules about them do not apply.
    /// - Throws: When a sample is not JSON.
    public init(vectors: [VectorFile]) throws {
        wire = try SMSPayWire.messages()
        self.vectors = vectors
    }

    /// Takes the vectors of a folder.
    ///
    /// - Parameter folder: The folder that has one folder for each adapter; the checkout's when not given.
    /// - Throws: When a file cannot be read, or a sample is not JSON.
    public init(vectorsIn folder: URL = BuiltInVectors.folder) throws {
        try self.init(vectors: try VectorFile.files(in: folder.appending(path: SMSPayAdapter.name)))
    }

    /// SMS Pay API, ‘Endpoints’ and ‘Webhooks’.
    public var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit],
            methods: nil,
            currencies: [.bdt],
            takesFractions: false,
            operations: [.create, .query, .list],
            isCreationIdempotent: true,
            claimsByQueryOnly: .failed
        )
    }

    /// The keys that SMS Pay issues, in the form that it gives them.
    ///
    /// - Parameter setup: The account.
    /// - Returns: The values by key.
    public func settings(_ setup: AdapterSetup) -> [String: SettingValue] {
        [
            "apiKey": .text(Self.apiKey(setup)),
            "webhookSecrets": .list(setup.callbackKeys),
            "baseURL": .text(setup.baseURL),
            "callbackTrust": .text(setup.trust.rawValue),
        ]
    }

    /// Makes the adapter from its configuration.
    ///
    /// - Parameter settings: The keys of the account.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    public func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
        try SMSPayAdapter(settings: &settings)
    }

    /// Runs a piece of work against a simulated SMS Pay.
    ///
    /// - Parameters:
    ///   - setup: The account.
    ///   - work: What to do.
    /// - Throws: What the work throws.
    public func withFarEnd(
        _ setup: AdapterSetup,
        _ work: @Sendable (any FarEnd) async throws -> Void
    ) async throws {
        try await SMSPayFarEnd.open(setup, work)
    }

    /// The environment is told by the key's prefix. SMS Pay API, ‘Authentication’.
    static func apiKey(_ setup: AdapterSetup) -> String {
        (setup.environment == .live ? "sk_live_" : "sk_test_") + setup.credential
    }
}
