/// The two kinds of payment request.
public enum SimulatedRequestKind: String, Sendable, Hashable, CaseIterable {
    /// The customer pays the merchant.
    case deposit = "Deposit"
    /// The merchant pays the customer.
    case withdrawal = "Withdraw"
}
