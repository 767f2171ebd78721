/// What a provider answered.
public enum ProviderReply<Intent: ProviderIntent>: Sendable {
    /// One payment, to a creation or a query.
    case intent(Intent)

    /// A page of payments, and whether another one follows.
    case page([Intent], hasMore: Bool)

    /// The money that the account holds.
    case balance(AccountBalance)
}
