public import PaymentIntents

/// A payment that rules talk about: what we asked for, and what the provider calls it.
public struct SamplePayment: Sendable, Hashable {
    /// What we asked for.
    public var order: PaymentOrder

    /// The provider's name for it.
    public var providerPaymentID: String

    /// What a callback is compared with.
    public var terms: PaymentTerms {
        PaymentTerms(
            kind: order.kind,
            amount: order.amount,
            providerReference: order.reference,
            providerPaymentID: providerPaymentID
        )
    }

    /// Takes an order and a name.
    ///
    /// - Parameters:
    ///   - order: What we asked for.
    ///   - providerPaymentID: The provider's name for it.
    public init(order: PaymentOrder, providerPaymentID: String = "b5012f33-207e-4999-bf8d-5a1ebb10988e") {
        self.order = order
        self.providerPaymentID = providerPaymentID
    }
}
