/// What is to be done about a callback that was not refused.
public enum CallbackReceipt: Sendable, Hashable {
    /// Authentic, and to be believed: fold it.
    case event(CallbackEvent)

    /// To be believed only once the provider says the same: ask about this payment.
    ///
    /// What the callback says stands beside it when the callback was signed.
    case hint(PaymentLookup, says: Evidence?)

    /// Authentic, without effect: keep it for a person.
    case problem(CallbackProblem)
}
