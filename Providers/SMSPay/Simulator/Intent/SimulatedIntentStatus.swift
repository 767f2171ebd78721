/// The statuses of a payment intent.
public enum SimulatedIntentStatus: String, Sendable, Hashable, CaseIterable {
    /// Waiting for the customer.
    case pending = "PENDING"
    /// Confirmed.
    case paid = "PAID"
    /// The time passed unpaid.
    case expired = "EXPIRED"
    /// An operator refused it.
    case rejected = "REJECTED"
    /// The system failed; no webhook tells of it.
    case failed = "FAILED"
    /// An ambiguous match waits for an operator.
    case reviewRequired = "REVIEW_REQUIRED"

    /// The webhook that tells of it, if there is one.
    public var event: SMSPayEvent? {
        switch self {
        case .pending, .failed: nil
        case .paid: .paid
        case .expired: .expired
        case .rejected: .rejected
        case .reviewRequired: .reviewRequired
        }
    }
}
