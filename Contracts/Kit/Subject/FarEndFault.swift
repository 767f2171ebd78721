/// A way in which a provider misbehaves.
public enum FarEndFault: String, Sendable, Hashable, CaseIterable {
    /// The next creation is processed, and never answered.
    case silence
    /// The next call is refused with 429 and `Retry-After`, unprocessed.
    case rateLimit
    /// The next call is answered with 500, unprocessed.
    case serverError
    /// Every callback is sent twice, byte for byte.
    case duplicate
    /// A callback is held until the next one has gone out.
    case reorder
    /// A success is followed by a rejection of the same payment.
    case contradict
    /// Callbacks are signed wrongly.
    case wrongSignature
    /// Callbacks, properly signed, name another amount.
    case wrongAmount
}
