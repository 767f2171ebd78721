/// What a field of the request for a creation says about a payment.
public enum RequestField: String, Sendable, Hashable, CaseIterable {
    /// How much.
    case amount
    /// In which currency.
    case currency
    /// The merchant's reference.
    case reference
    /// Which way the money goes.
    case kind
    /// The wallet.
    case method
    /// The wallet number that a withdrawal goes to.
    case payee
    /// Our identity for the payment.
    case idempotencyKey
    /// How long the customer has to pay, in seconds.
    case timeToLive
    /// Where the customer goes after paying.
    case successURL
    /// Where the customer goes after a failure.
    case failureURL
    /// Where the customer goes after turning back.
    case cancelURL
    /// Where the customer goes after the time to pay has passed.
    case expiredURL
}
