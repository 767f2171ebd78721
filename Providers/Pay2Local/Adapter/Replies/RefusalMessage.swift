import PaymentIntents

/// The messages of a definite no: `status` 400 and 403, where 403 means that a value was not taken.
///
/// Source: Pay2Local API, error samples of Create Deposit, All-in-one Method Withdrawal and Check Payment Status, and
/// the vendor's older help texts. What is not in this table is not repeated.
enum RefusalMessage {
    private static let fields: [String: String] = [
        "Invalid Amount": "amount",
        "amount is required": "amount",
        "redirect_url is required": "redirect_url",
        "merchant_payment_id is required": "merchant_payment_id",
        "currency is required": "currency",
        "currency is required, must be BDT": "currency",
        "bank_type is required": "bank_type",
        "service_type is required": "service_type",
        "Invalid Phone Number": "cust_phone",
        "Invalid Version": "version",
        requestIDMessage: "request_id",
    ]

    private static let requestIDMessage = "Invalid Request Id"

    /// What a message means for the call.
    ///
    /// - Parameters:
    ///   - message: `message` of the answer. Some pages write it with ` !` at the end.
    ///   - call: The call that is answered.
    /// - Returns: The error, which names the field and does not quote the message.
    static func error(_ message: String, _ call: ProviderCall) -> ProviderError {
        let text = message.hasSuffix(" !") ? String(message.dropLast(2)) : message
        if text == requestIDMessage, call.operation == .query {
            return ProviderError(.notFound, "Pay2Local knows no such payment")
        }
        guard let field = fields[text] else { return ProviderError(.refused, "Pay2Local refused the request") }
        return ProviderError(.refused, "\(field): Pay2Local refused it")
    }
}
