/// A payment as a provider shows it in an answer.
public protocol ProviderIntent: PaymentIntent {
    /// What the provider says happened to it.
    var claim: Claim { get }

    /// The provider's own word for that.
    var rawStatus: String { get }

    /// The amount as the provider states it.
    var statedAmount: StatedAmount { get }

    /// The name of the movement of money, when the provider tells it.
    var transactionID: String? { get }
}

extension ProviderIntent {
    /// What the provider's word alone makes of the payment.
    public var status: PaymentStatus { Lifecycle.status(of: ClaimSet(claim)) }

    /// The intent as evidence.
    ///
    /// - Parameter source: ``EvidenceSource/creation`` or ``EvidenceSource/query``.
    /// - Returns: The evidence, not yet compared with anything.
    public func evidence(from source: EvidenceSource) -> Evidence {
        Evidence(
            claim: claim,
            source: source,
            rawStatus: rawStatus,
            kind: kind,
            amount: statedAmount,
            reference: reference,
            providerPaymentID: providerPaymentID,
            transactionID: transactionID
        )
    }
}
