extension AdapterPackage {
    /// What the rules have to know about the adapter.
    var subject: String {
        """
        import PaymentContracts
        import PaymentIntents
        import \(module)

        /// \(type), for the rules. Write it from the documents of \(type) and not from the adapter: the rules compare the two.
        struct \(type)Subject: AdapterSubject {
            let name = "\(name)"
            let wire: ProviderWire
            let vectors: [VectorFile] = []

            init() throws {
                wire = try \(type)Wire.messages()
            }

            /// What \(type) can do, as its documents say.
            var capabilities: Capabilities {
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

            /// The keys of an account.
            func settings(_ setup: AdapterSetup) -> [String: SettingValue] {
                [
                    "apiKey": .text(setup.credential),
                    "callbackSecrets": .list(setup.callbackKeys),
                    "baseURL": .text(setup.baseURL),
                    "callbackTrust": .text(setup.trust.rawValue),
                ]
            }

            func adapter(_ settings: inout AdapterSettings) throws(ConfigurationError) -> any ProviderAdapter {
                try \(type)Adapter(settings: &settings)
            }

            func withFarEnd(_ setup: AdapterSetup, _ work: @Sendable (any FarEnd) async throws -> Void) async throws {
                try await work(try Simulated\(type)(setup))
            }
        }

        """
    }
}
