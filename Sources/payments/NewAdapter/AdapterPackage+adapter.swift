extension AdapterPackage {
    /// The adapter: its configuration, and what the provider can do.
    var adapter: String {
        """
        public import PaymentIntents

        /// The adapter for \(type).
        public struct \(type)Adapter: ProviderAdapter {
            /// `\(name)`: what a configuration file gives under `adapter:`.
            public static let name = "\(name)"

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
            /// - Parameter settings: The keys of the account. Every key must be read: one that is left over is an error.
            /// - Throws: `ConfigurationError`.
            public init(settings: inout AdapterSettings) throws(ConfigurationError) {
                account = settings.account
                environment = settings.environment
                baseURL = try settings.baseURL("baseURL", default: "https://api.\(name).example")
                apiKey = try settings.credential("apiKey")
                callbackKeys = try settings.signingKeys("callbackSecrets")
                callbackTrust = try settings.choice("callbackTrust", default: .signed)
                if callbackTrust.needsSignature, callbackKeys == nil {
                    throw settings.error("callbackSecrets", "is missing")
                }
            }

            /// What \(type) can do.
            public var capabilities: Capabilities {
                Capabilities(
                    kinds: [.deposit],
                    methods: nil,
                    currencies: [.bdt],
                    takesFractions: true,
                    operations: [.create, .query],
                    isCreationIdempotent: false,
                    claimsByQueryOnly: []
                )
            }
        }

        extension ProviderError {
            static func stillToBeWritten(_ what: String) -> ProviderError {
                ProviderError(.unsupported, "\\(what) is still to be written")
            }
        }

        """
    }
}
