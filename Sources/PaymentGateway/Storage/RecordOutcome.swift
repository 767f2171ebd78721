/// What the store did with a request under its idempotency key.
public enum RecordOutcome: Sendable, Hashable {
    /// The key is new: this payment is now recorded, and the caller holds its lease.
    case recorded(Payment)

    /// The key is taken by this payment, whatever was asked for then.
    case existing(Payment)
}
