/// The four documented webhook events.
public enum SMSPayEvent: String, Sendable, Hashable, CaseIterable {
    /// The payment is confirmed.
    case paid = "payment.paid"
    /// The time passed unpaid.
    case expired = "payment.expired"
    /// An operator refused it.
    case rejected = "payment.rejected"
    /// An operator has to look at it.
    case reviewRequired = "payment.review_required"
}
