/// What somebody says happened to a payment.
///
/// Weaker claims come first; ``Lifecycle`` says what each one is worth beside the others.
public enum Claim: String, Sendable, Hashable, CaseIterable {
    /// It waits for the customer.
    case pending
    /// The time to pay has passed.
    case expired
    /// The customer turned back.
    case cancelled
    /// Nobody can tell yet; also every success that is not the one asked for.
    case review
    /// A system failed, or the provider refused to create the payment.
    case failed
    /// The provider said no.
    case rejected
    /// The money arrived.
    case succeeded
}
