/// A part of a callback that a signed text can be built from.
///
/// Source: Pay2Local API, Payment Callback. `signature` is not among them, since it cannot cover itself.
enum SignedField: String, Sendable, CaseIterable {
    case merchantPaymentID = "merchant_payment_id"
    case requestedAmount = "requested_amount"
    case currency
    case requestType = "request_type"
    case bankType = "bank_type"
    case requestStatus = "request_status"
    case transactionID = "transaction_id"
    case serviceType = "service_type"
    case timestamp
    /// The value of the header `x-request-id`, which has no name in the body.
    case requestIDHeader = "@x-request-id"

    /// The members of the body, in the order in which the page shows them.
    static let bodyOrder: [SignedField] = allCases.filter { $0 != .requestIDHeader }

    /// What has to be signed before `callbackTrust: signed` means anything: which payment, how much, what happened.
    static let decisive: [SignedField] = [.merchantPaymentID, .requestedAmount, .requestStatus]
}
