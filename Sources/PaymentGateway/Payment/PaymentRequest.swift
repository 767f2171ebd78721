public import PaymentIntents

/// What a merchant asks for: every field that idempotency compares.
public struct PaymentRequest: Sendable, Hashable {
    /// The exact amount.
    public var amount: Money

    /// Which way the money goes.
    public var kind: PaymentKind

    /// The merchant's own name for it: an order number.
    public var reference: MerchantReference

    /// The wallet, when it is chosen already.
    public var method: PaymentMethod?

    /// The wallet number that a withdrawal goes to.
    public var payee: MSISDN?

    /// The one account to use. With it there is no failover.
    public var account: AccountName?

    /// How long the customer has to pay, in whole seconds.
    public var expiresIn: Duration?

    /// Where the customer's browser goes afterwards.
    public var returnURLs: ReturnURLs

    /// The key under which the same request is the same payment; the reference when `nil`.
    public var idempotencyKey: IdempotencyKey?
}

extension PaymentRequest {
    /// Collects a request.
    ///
    /// - Parameters:
    ///   - kind: Which way the money goes.
    ///   - amount: The exact amount.
    ///   - reference: The merchant's own name for it.
    ///   - method: The wallet, when it is chosen already.
    ///   - payee: The wallet number that a withdrawal goes to.
    ///   - account: The one account to use.
    ///   - expiresIn: How long the customer has to pay, in whole seconds.
    ///   - returnURLs: Where the customer's browser goes afterwards.
    ///   - idempotencyKey: The key under which the same request is the same payment.
    public init(
        kind: PaymentKind = .deposit,
        amount: Money,
        reference: MerchantReference,
        method: PaymentMethod? = nil,
        payee: MSISDN? = nil,
        account: AccountName? = nil,
        expiresIn: Duration? = nil,
        returnURLs: ReturnURLs = ReturnURLs(),
        idempotencyKey: IdempotencyKey? = nil
    ) {
        // To the memberwise initialiser: one that sets each property copies the whole value at its end. The properties stand
        // in another order than the parameters, or the two initialisers would be one.
        self.init(
            amount: amount,
            kind: kind,
            reference: reference,
            method: method,
            payee: payee,
            account: account,
            expiresIn: expiresIn,
            returnURLs: returnURLs,
            idempotencyKey: idempotencyKey
        )
    }

    /// The key that the store keeps unique.
    public var key: IdempotencyKey { idempotencyKey ?? IdempotencyKey(reference) }
}
