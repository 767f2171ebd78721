/// What a payment has come to, for the merchant.
///
/// It is computed by ``Lifecycle`` from everything that was ever said about the payment; nobody sets it.
public enum PaymentStatus: String, Sendable, Hashable, CaseIterable {
    /// Recorded here; the provider may or may not have it.
    case created
    /// Waiting for the customer.
    case pending
    /// Money may have moved: a person at the provider decides, or what was said differs from what was asked.
    case requiresReview
    /// The time to pay has passed.
    case expired
    /// The customer turned back.
    case cancelled
    /// A failure of a system, or the provider refused to create the payment.
    case failed
    /// The provider said no.
    case rejected
    /// The money arrived: fulfil, once.
    case succeeded
    /// The provider contradicts itself: hold, and ask.
    case conflicted

    /// Whether an operator may decide such a payment.
    public var awaitsResolution: Bool { self == .requiresReview || self == .conflicted }

    /// Whether something is still expected from the provider or the customer.
    public var isOpen: Bool {
        switch self {
        case .created, .pending, .requiresReview: true
        case .expired, .cancelled, .failed, .rejected, .succeeded, .conflicted: false
        }
    }
}
