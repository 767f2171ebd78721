/// Which way the money goes.
public enum PaymentKind: String, Sendable, Hashable, CaseIterable {
    /// The customer pays the merchant.
    case deposit

    /// The merchant pays the customer.
    case withdrawal
}
