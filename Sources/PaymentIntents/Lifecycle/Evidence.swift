/// A claim together with everything that supports it.
///
/// Evidence from a callback can only be made from a ``VerifiedCallback``. It is never believed as it stands: it is
/// compared with what was asked for, see ``assessed(against:)``.
public struct Evidence: Sendable, Hashable {
    /// What is said to have happened.
    public var claim: Claim

    /// Who says so.
    public var source: EvidenceSource

    /// The provider's own word for it, so that an unknown one survives.
    public var rawStatus: String

    /// The amount that the source names.
    public var amount: StatedAmount

    /// The direction that the source names, if it names one.
    public var kind: PaymentKind?

    /// The merchant's reference as the provider knows it, see ``PaymentTerms/providerReference``.
    public var reference: String?

    /// The provider's name for the payment.
    public var providerPaymentID: String?

    /// The provider's or the wallet's name for the movement of money.
    public var transactionID: String?

    /// The provider's time, as it was written. Nothing is decided by it.
    public var statedTime: String?

    /// Whether there is a reference or a provider's name, so that a payment can be found.
    var namesPayment: Bool { reference != nil || providerPaymentID != nil }
}

extension Evidence {
    /// Collects evidence.
    ///
    /// - Parameters:
    ///   - claim: What is said to have happened.
    ///   - source: Who says so.
    ///   - rawStatus: The provider's own word for it.
    ///   - kind: The direction that the source names.
    ///   - amount: The amount that the source names.
    ///   - reference: The merchant's reference as the provider knows it.
    ///   - providerPaymentID: The provider's name for the payment.
    ///   - transactionID: The name of the movement of money.
    ///   - statedTime: The provider's time, as it was written.
    public init(
        claim: Claim,
        source: EvidenceSource,
        rawStatus: String,
        kind: PaymentKind? = nil,
        amount: StatedAmount = .absent,
        reference: String? = nil,
        providerPaymentID: String? = nil,
        transactionID: String? = nil,
        statedTime: String? = nil
    ) {
        // To the memberwise initialiser: one that sets each property makes the whole value, copies it and lets the first one
        // go, which counts every text up and down. The properties stand in another order than the parameters, or the two
        // initialisers would be one.
        self.init(
            claim: claim,
            source: source,
            rawStatus: rawStatus,
            amount: amount,
            kind: kind,
            reference: reference,
            providerPaymentID: providerPaymentID,
            transactionID: transactionID,
            statedTime: statedTime
        )
    }
}
