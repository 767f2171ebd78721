public import PaymentIntents

/// One account at one provider: a name that the merchant chose, and the adapter that speaks for it.
public struct ProviderAccount: Sendable {
    /// The merchant's name for it.
    public var name: AccountName { adapter.account }

    /// The adapter, made from the account's configuration.
    public let adapter: any ProviderAdapter

    /// Takes an adapter.
    ///
    /// - Parameter adapter: The adapter, made from the account's configuration.
    public init(_ adapter: any ProviderAdapter) {
        self.adapter = adapter
    }

    /// The name that a configuration file gives under `adapter:`.
    public var adapterName: String { type(of: adapter).name }
}
