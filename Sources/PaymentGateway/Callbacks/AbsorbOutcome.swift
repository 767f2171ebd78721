public import PaymentIntents

/// What the store did with one callback.
public enum AbsorbOutcome: Sendable, Hashable {
    /// It was folded into a payment, or noted on it.
    case absorbed(PaymentID, status: PaymentStatus, isNews: Bool)

    /// It is kept, without effect on a payment so far.
    case kept(InboxState)

    /// An unsigned hint at a payment that is not here. Nothing was kept of it.
    case ignored
}
