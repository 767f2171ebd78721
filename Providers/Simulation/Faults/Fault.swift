/// A way in which a provider misbehaves, under the name that the command line uses.
public enum Fault: String, Sendable, Hashable, CaseIterable {
    /// Every callback is sent twice, byte for byte.
    case duplicate
    /// A callback is held until the next one, of whatever payment, has gone out; without a next one it leaves late.
    case reorder
    /// A callback leaves late and may be overtaken.
    case delay
    /// A callback is never sent.
    case drop
    /// A callback is signed wrongly.
    case wrongSignature = "wrong-signature"
    /// A callback, properly signed, names one taka more than was asked.
    case wrongAmount = "wrong-amount"
    /// After a success a rejection of the same payment is sent too; a query still says success.
    case contradict
    /// A creation is processed but never answered; the connection hangs until the client gives up.
    case noAnswer = "no-answer"
    /// A call is refused with 429 and `Retry-After: 1`, unprocessed.
    case rateLimit = "rate-limit"
    /// A call is answered 500, unprocessed.
    case serverError = "server-error"
    /// A creation is processed, then the connection is closed without an answer.
    case reset

    /// Whether it strikes calls to the provider; the others strike callbacks.
    public var strikesRequests: Bool {
        switch self {
        case .noAnswer, .rateLimit, .serverError, .reset: true
        case .duplicate, .reorder, .delay, .drop, .wrongSignature, .wrongAmount, .contradict: false
        }
    }

    /// How often it strikes when nobody says: callbacks always, calls once, so that recovery can be watched.
    public var customaryCount: FaultCount { strikesRequests ? .once : .always }
}
