import HTTPTypes

/// The calls of the API. Source: Pay2Local API, the page named at each.
enum Endpoint {
    /// Create Deposit.
    case deposit
    /// All-in-one Method Withdrawal.
    case withdrawal
    /// Check Payment Status.
    case status
    /// Get Balance Details.
    case balance

    var method: HTTPRequest.Method {
        switch self {
        case .deposit, .withdrawal: .post
        case .status, .balance: .get
        }
    }

    /// Writes the path.
    ///
    /// - Parameter prefix: What is put before the last segment, such as `sandbox_`. Nobody names a balance of that kind.
    /// - Returns: The path below the base URL.
    func path(prefix: String) -> String {
        switch self {
        case .deposit: "/payment/\(prefix)deposits"
        case .withdrawal: "/secure/checkout/\(prefix)withdraw"
        case .status: "/secure/checkout/\(prefix)status"
        case .balance: "/secure/payment_requests/get_balance_details"
        }
    }
}
