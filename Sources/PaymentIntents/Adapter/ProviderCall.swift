/// Something we want of a provider.
public enum ProviderCall: Sendable, Hashable {
    /// Create a payment.
    case create(PaymentOrder)

    /// Say what became of a payment.
    case query(PaymentLookup)

    /// List payments, one page at a time, from page 1.
    case list(page: Int)

    /// Say how much money the account holds.
    case balance

    /// Which operation of ``Capabilities`` this is.
    public var operation: Capabilities.Operation {
        switch self {
        case .create: .create
        case .query: .query
        case .list: .list
        case .balance: .balance
        }
    }
}
