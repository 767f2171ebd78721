public import PaymentIntents

/// The adapter for Pay2Local (pay2local.com): deposits and withdrawals through agents' and merchants' wallets.
///
/// Read on in the order in which a payment goes:
///
/// 1. `Configuration/`: the keys of an account;
/// 2. `Requests/`: what is sent;
/// 3. `Replies/`: what comes back;
/// 4. `Callbacks/`: what Pay2Local says by itself;
/// 5. `Signing/`: how the signed text of a callback is built, which Pay2Local does not document;
/// 6. `Recipes/`: how to find that out from one callback.
///
/// Where the documents disagree, the Payment Callback page of the Pay2Local API is the contract, and what other pages
/// add is tolerated.
public struct Pay2LocalAdapter: ProviderAdapter {
    /// `pay2local`.
    public static let name = "pay2local"

    let configuration: Pay2LocalConfiguration

    /// Makes the adapter of one account.
    ///
    /// - Parameter settings: The keys of the account, see the table in the README beside the adapter.
    /// - Throws: `ConfigurationError`.
    public init(settings: inout AdapterSettings) throws(ConfigurationError) {
        configuration = try Pay2LocalConfiguration(&settings)
    }

    /// The account this adapter works for.
    public var account: AccountName { configuration.account }

    /// What has to hold before a callback is believed; `callbackTrust` in the configuration.
    public var callbackTrust: CallbackTrust { configuration.callbackTrust }

    /// What Pay2Local can do.
    ///
    /// The wallets are the four that the pages name for requests; without one the customer chooses on Pay2Local's page.
    /// No page says what becomes of a second creation with the same `merchant_payment_id`, so none is ever sent.
    public var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit, .withdrawal],
            methods: Set(BankType.allCases.map(\.method)),
            currencies: [.bdt],
            takesFractions: true,
            operations: [.create, .query, .balance],
            isCreationIdempotent: false,
            claimsByQueryOnly: []
        )
    }
}
