import PaymentIntents

/// How a held call goes on.
enum Verdict: Sendable {
    /// It is made.
    case proceed
    /// It is made, and its result is held too.
    case proceedThenHold
    /// The store is busy: nothing is done.
    case busy
    /// The network brings an answer, or none.
    case answer(Result<ProviderResponse, ProviderError>)
    /// The engine is dead.
    case dead
}
