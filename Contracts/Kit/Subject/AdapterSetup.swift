public import PaymentIntents

/// The account that an adapter is made for. The values are made up, and unlike anything else, so that they can be found
/// where they have no business.
public struct AdapterSetup: Sendable {
    /// The account.
    public var account: AccountName

    /// Whether its money is real.
    public var environment: PaymentEnvironment = .sandbox

    /// What the provider knows us by. Where a provider has prefixes for it, or wants two, they are made of this one.
    public var credential = "credential-5b1f0e7c9a"

    /// The keys that callbacks may be signed with.
    public var callbackKeys = ["callback-key-83d2c46f10"]

    /// Where the provider's interface is.
    public var baseURL = "https://provider.example"

    /// What has to hold before a callback is believed.
    public var trust: CallbackTrust = .signed

    /// Takes the account `contract` as it stands here.
    ///
    /// - Throws: Nothing, as long as `contract` may name an account.
    public init() throws(ContractViolation) {
        guard let account = AccountName("contract") else {
            throw ContractViolation(sent: "contract", came: "no account name", due: "an account name")
        }
        self.account = account
    }

    /// The account with changes.
    ///
    /// - Parameter change: Changes it.
    /// - Returns: The account so changed.
    public func with(_ change: (inout AdapterSetup) -> Void) -> AdapterSetup {
        var setup = self
        change(&setup)
        return setup
    }
}
