/// How a payment is named between us and a provider.
public struct PaymentLookup: Sendable, Hashable {
    /// Which way the money goes, when the provider keeps the two apart.
    public var kind: PaymentKind?

    /// The reference that the provider was given.
    public var reference: String?

    /// The provider's own name.
    public var providerPaymentID: String?

    /// Whether there is neither a reference nor a name, so that nobody can be asked.
    @usableFromInline
    var isEmpty: Bool { reference == nil && providerPaymentID == nil }

    /// Collects the names.
    ///
    /// - Parameters:
    ///   - kind: Which way the money goes.
    ///   - reference: The reference that the provider was given.
    ///   - providerPaymentID: The provider's own name.
    public init(kind: PaymentKind?, reference: String?, providerPaymentID: String?) {
        self.kind = kind
        self.reference = reference
        self.providerPaymentID = providerPaymentID
    }

    /// The names that evidence gives.
    ///
    /// - Parameter evidence: What a provider said.
    public init(_ evidence: Evidence) {
        self.init(kind: evidence.kind, reference: evidence.reference, providerPaymentID: evidence.providerPaymentID)
    }
}
