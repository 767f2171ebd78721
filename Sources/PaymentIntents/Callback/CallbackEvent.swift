/// What an authentic callback says.
public enum CallbackEvent: Sendable, Hashable {
    /// Something happened to a payment.
    case evidence(Evidence)

    /// The provider checks that the endpoint is ours; this is the challenge to give back.
    case challenge(String)
}
