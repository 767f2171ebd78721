/// What a field of a provider's message says about a payment.
public enum WireField: String, Sendable, Hashable, CaseIterable {
    /// The provider's name for the payment.
    case providerPaymentID
    /// The merchant's reference.
    case reference
    /// How much.
    case amount
    /// In which currency.
    case currency
    /// What happened: the status, or the kind of event.
    case status
    /// Which way the money goes.
    case kind
    /// Whether the money is real.
    case environment
    /// The name of the movement of money.
    case transactionID
    /// When it happened, as the provider says. Nothing follows from it.
    case statedTime
    /// Until when the customer can pay.
    case expiresAt
    /// A wallet's number, the customer's or the one to pay to.
    case phoneNumber
    /// The wallet number that a customer without a page is told to pay to.
    case receiver
    /// What that customer is told to type into the wallet's reference field.
    case typedReference
}
