public import Logging

extension Gateway {
    /// Puts a gateway together as a configuration says.
    ///
    /// - Parameters:
    ///   - configuration: The accounts and their routes.
    ///   - store: Where payments are kept.
    ///   - transport: Carries requests to providers.
    ///   - logger: Takes one line an event.
    public convenience init(
        _ configuration: GatewayConfiguration,
        store: any PaymentStore,
        transport: any ProviderTransport,
        logger: Logger
    ) {
        self.init(
            environment: configuration.environment,
            accounts: configuration.accounts,
            retired: configuration.retiredAccounts,
            routes: configuration.routes,
            store: store,
            transport: transport,
            logger: logger
        )
    }
}
