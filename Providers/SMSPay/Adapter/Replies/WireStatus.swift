import PaymentIntents

/// The `status` of an intent. SMS Pay API, ‘Status values’.
enum WireStatus: String, Sendable, CaseIterable {
    /// Waiting for payment.
    case pending = "PENDING"
    /// Confirmed.
    case paid = "PAID"
    /// The time to pay passed, unpaid.
    case expired = "EXPIRED"
    /// An operator refused it.
    case rejected = "REJECTED"
    /// A system failed. No webhook tells of it.
    case failed = "FAILED"
    /// The match was ambiguous; an operator will look at it.
    case reviewRequired = "REVIEW_REQUIRED"

    var claim: Claim {
        switch self {
        case .pending: .pending
        case .paid: .succeeded
        case .expired: .expired
        case .rejected: .rejected
        case .failed: .failed
        case .reviewRequired: .review
        }
    }
}
