public import PaymentIntents

/// The adapter for PoishaPay. Section names are those of the document in the README.
public struct PoishaPayAdapter: ProviderAdapter {
    /// `poishapay`: what a configuration file gives under `adapter:`.
    public static let name = "poishapay"

    /// The account this adapter works for.
    public let account: AccountName

    /// What has to hold before a callback is believed; `callbackTrust` in the configuration.
    public let callbackTrust: CallbackTrust

    let environment: PaymentEnvironment
    let baseURL: String
    let apiKey: Secret
    let callbackKeys: CallbackKeys?

    /// Makes the adapter of one account.
    ///
    /// - Parameter settings: `apiKey`, `callbackSecrets`, and perhaps `baseURL` and `callbackTrust`.
    /// - Throws: `ConfigurationError`.
    public init(settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
        environment = settings.environment
        baseURL = try settings.baseURL("baseURL", default: "https://api.poishapay.example")
        apiKey = try settings.credential("apiKey")
        callbackKeys = try settings.signingKeys("callbackSecrets")
        callbackTrust = try settings.choice("callbackTrust", default: .signed)

        guard apiKey.bytes.starts(with: environment.keyPrefix.utf8) else {
            throw settings.error("apiKey", "must begin with \(environment.keyPrefix)")
        }
        if callbackTrust.needsSignature, callbackKeys == nil {
            throw settings.error("callbackSecrets", "is missing")
        }
    }

    /// What PoishaPay can do. ‘Payments’.
    public var capabilities: Capabilities {
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
}
