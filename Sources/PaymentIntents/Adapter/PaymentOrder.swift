/// A payment that a provider is asked to create.
public struct PaymentOrder: Sendable, Hashable {
    /// Our identity for the payment; the provider gets it as the idempotency key where it takes one.
    public var paymentID: PaymentID

    /// Which way the money goes.
    public var kind: PaymentKind

    /// The exact amount.
    public var amount: Money

    /// The reference that the provider is given, unique among our payments of a kind.
    public var reference: String

    /// The wallet, when the merchant or the customer has chosen one.
    public var method: PaymentMethod?

    /// The wallet number that a withdrawal goes to.
    public var payee: MSISDN?

    /// How long the customer has to pay, in whole seconds.
    public var expiresIn: Duration?

    /// Where the customer's browser goes afterwards.
    public var returnURLs: ReturnURLs

    /// Collects an order.
    ///
    /// - Parameters:
    ///   - paymentID: Our identity for the payment.
    ///   - kind: Which way the money goes.
    ///   - amount: The exact amount.
    ///   - reference: The reference that the provider is given.
    ///   - method: The wallet, when chosen.
    ///   - payee: The wallet number that a withdrawal goes to.
    ///   - expiresIn: How long the customer has to pay, in whole seconds.
    ///   - returnURLs: Where the customer's browser goes afterwards.
    public init(
        paymentID: PaymentID,
        kind: PaymentKind,
        amount: Money,
        reference: String,
        method: PaymentMethod? = nil,
        payee: MSISDN? = nil,
        expiresIn: Duration? = nil,
        returnURLs: ReturnURLs = ReturnURLs()
    ) {
        self.paymentID = paymentID
        self.kind = kind
        self.amount = amount
        self.reference = reference
        self.method = method
        self.payee = payee
        self.expiresIn = expiresIn
        self.returnURLs = returnURLs
    }
}
