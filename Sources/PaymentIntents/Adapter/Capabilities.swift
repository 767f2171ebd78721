/// What a provider can do, as its adapter declares it. The contract kit holds the adapter to it.
public struct Capabilities: Sendable, Hashable {
    /// A call that a provider offers.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        /// Create a payment.
        case create
        /// Ask about one payment.
        case query
        /// List payments.
        case list
        /// Ask for the balance.
        case balance
    }

    /// The directions it carries.
    public var kinds: Set<PaymentKind>

    /// The wallets it names; `nil` when the customer chooses on the provider's page and any name goes through.
    public var methods: Set<PaymentMethod>?

    /// The currencies it settles in.
    public var currencies: Set<Currency>

    /// Whether it takes amounts with a fraction.
    public var takesFractions: Bool

    /// The calls it offers.
    public var operations: Set<Operation>

    /// Whether a creation that is sent twice with the same key is one payment.
    public var isCreationIdempotent: Bool

    /// The claims that no callback brings: only a query finds them.
    public var claimsByQueryOnly: ClaimSet

    /// Collects what a provider can do.
    ///
    /// - Parameters:
    ///   - kinds: The directions it carries.
    ///   - methods: The wallets it names; `nil` for any.
    ///   - currencies: The currencies it settles in.
    ///   - takesFractions: Whether it takes amounts with a fraction.
    ///   - operations: The calls it offers.
    ///   - isCreationIdempotent: Whether a creation sent twice with the same key is one payment.
    ///   - claimsByQueryOnly: The claims that no callback brings.
    public init(
        kinds: Set<PaymentKind>,
        methods: Set<PaymentMethod>?,
        currencies: Set<Currency>,
        takesFractions: Bool,
        operations: Set<Operation>,
        isCreationIdempotent: Bool,
        claimsByQueryOnly: ClaimSet
    ) {
        self.kinds = kinds
        self.methods = methods
        self.currencies = currencies
        self.takesFractions = takesFractions
        self.operations = operations
        self.isCreationIdempotent = isCreationIdempotent
        self.claimsByQueryOnly = claimsByQueryOnly
    }
}

extension Capabilities {
    /// Checks whether a payment can go through this provider.
    ///
    /// - Parameter order: The payment. Its amount is compared with the currencies and with whether fractions are taken.
    /// - Returns: ``ProviderError/Code/unsupported`` or ``ProviderError/Code/invalid``, or `nil` when nothing speaks
    ///   against it.
    public func objection(to order: PaymentOrder) -> ProviderError? {
        if !operations.contains(.create) {
            return ProviderError(.unsupported, "the provider creates no payments")
        }
        if !kinds.contains(order.kind) {
            return ProviderError(.unsupported, "kind: the provider carries no \(order.kind.rawValue)s")
        }
        if !currencies.contains(order.amount.currency) {
            return ProviderError(.invalid, "currency: the provider does not settle in it")
        }
        if let method = order.method, let methods, !methods.contains(method) {
            return ProviderError(.unsupported, "method: the provider does not offer it")
        }
        if order.amount.isZero {
            return ProviderError(.invalid, "amount: must be more than zero")
        }
        if !takesFractions, order.amount.wholeUnits == nil {
            return ProviderError(.invalid, "amount: the provider takes whole \(order.amount.currency.code) only")
        }
        return nil
    }
}
