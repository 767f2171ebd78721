/// What was asked for: the side of a payment that evidence is compared with.
public struct PaymentTerms: Sendable, Hashable {
    /// Which way the money goes.
    public var kind: PaymentKind

    /// The amount that was asked for.
    public var amount: Money

    /// The reference that the provider was given: the merchant's own, with a number behind it from the second payment
    /// of one reference on.
    public var providerReference: String

    /// The provider's name for the payment, once it is known.
    public var providerPaymentID: String?

    /// Collects the terms.
    ///
    /// - Parameters:
    ///   - kind: Which way the money goes.
    ///   - amount: The amount that was asked for.
    ///   - providerReference: The reference that the provider was given.
    ///   - providerPaymentID: The provider's name for the payment, once it is known.
    public init(kind: PaymentKind, amount: Money, providerReference: String, providerPaymentID: String?) {
        self.kind = kind
        self.amount = amount
        self.providerReference = providerReference
        self.providerPaymentID = providerPaymentID
    }
}
