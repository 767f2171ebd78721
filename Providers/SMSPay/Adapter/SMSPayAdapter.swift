public import PaymentIntents

/// The adapter for SMS Pay (smspaybd.com): a hosted page where the customer pays from a wallet app, confirmed by the
/// wallet's SMS.
///
/// Read on in the order in which a payment goes:
///
/// 1. `Configuration/`: the keys of an account;
/// 2. `Requests/`: what is sent;
/// 3. `Replies/`: what comes back;
/// 4. `Callbacks/`: what SMS Pay says by itself.
///
/// Where the documents disagree, the first version of the SMS Pay API is the contract, and what newer ones add is
/// tolerated.
public struct SMSPayAdapter: ProviderAdapter {
    /// `smspay`.
    public static let name = "smspay"

    let configuration: SMSPayConfiguration

    /// Makes the adapter of one account.
    ///
    /// - Parameter settings: The keys of the account, see the table in the README beside the adapter.
    /// - Throws: `ConfigurationError`.
    public init(settings: inout AdapterSettings) throws(ConfigurationError) {
        configuration = try SMSPayConfiguration(&settings)
    }

    /// The account this adapter works for.
    public var account: AccountName { configuration.account }

    /// What has to hold before a callback is believed; `callbackTrust` in the configuration.
    public var callbackTrust: CallbackTrust { configuration.callbackTrust }

    /// What SMS Pay can do.
    ///
    /// It takes deposits in taka. The customer chooses the wallet on SMS Pay's page, so any method goes through, unless
    /// `paymentMethod` is configured and is one of the constants whose wallet is documented. No webhook tells of
    /// `FAILED` (SMS Pay API, ‘Webhooks’). A creation that is repeated with its `idempotencyKey` is one intent.
    public var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit],
            methods: configuration.paymentMethod?.wallet.map { [$0] },
            currencies: [.bdt],
            takesFractions: configuration.allowsFractions,
            operations: [.create, .query, .list],
            isCreationIdempotent: true,
            claimsByQueryOnly: .failed
        )
    }
}
