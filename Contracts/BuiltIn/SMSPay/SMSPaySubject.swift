public import PaymentContracts
public import PaymentIntents
import SMSPay

/// SMS Pay, for the rules: what its documents say, and a simulator as its far end.
public struct SMSPaySubject: AdapterSubject {
    /// `smspay`.
    public let name = SMSPayAdapter.name

    /// What SMS Pay sends.
    public var wire: ProviderWire

    /// The vectors in `Contracts/Vectors/smspay`.
    public let vectors: [VectorFile]

    /// Takes the vectors.
    ///
    /// - Parameter vectors: The files; none, and the rules about them do not apply.
    /// - Throws: When a sample is not JSON.
    public init(vectors: [VectorFile] = []) throws {
        wire = try SMSPayWire.messages()
        self.vectors = vectors
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

    /// Makes the adapter.
    ///
    /// - Parameter setup: The account to make it for.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`.
    public func adapter(_ setup: AdapterSetup) throws(ConfigurationError) -> any ProviderAdapter {
        var settings = AdapterSettings(
            account: setup.account,
            environment: setup.environment,
            values: [
                "adapter": .text(name),
                "apiKey": .text(Self.apiKey(setup)),
                "webhookSecrets": .list(setup.callbackKeys),
                "baseURL": .text(setup.baseURL),
                "callbackTrust": .text(setup.trust.rawValue),
            ]
        )
        return try SMSPayAdapter(settings: &settings)
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
        throw FarEndSilence()
    }

    /// The environment is told by the key's prefix. SMS Pay API, ‘Authentication’.
    static func apiKey(_ setup: AdapterSetup) -> String {
        (setup.environment == .live ? "sk_live_" : "sk_test_") + setup.credential
    }
}
