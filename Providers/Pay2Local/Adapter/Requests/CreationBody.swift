import PaymentIntents
import StrictJSON

/// The body of a creation, in the order of the documents' tables.
///
/// Source: Pay2Local API, Create Deposit; All-in-one Method Withdrawal.
enum CreationBody {
    /// Writes the body for an order that ``Pay2LocalAdapter/capabilities`` does not object to.
    ///
    /// A wallet that is not chosen is left out: the customer chooses on Pay2Local's page then.
    ///
    /// - Parameters:
    ///   - order: The payment.
    ///   - configuration: The account.
    /// - Returns: A JSON object, the same bytes for the same order.
    /// - Throws: `ProviderError` with code `invalid`.
    static func json(
        for order: PaymentOrder,
        _ configuration: Pay2LocalConfiguration
    ) throws(ProviderError) -> [UInt8] {
        guard !order.reference.isEmpty else { throw ProviderError(.invalid, "reference: is empty") }
        guard !configuration.signatures.isAmbiguous(for: order.reference) else {
            throw ProviderError(.invalid, "reference: has the separator of the signed fields in it")
        }
        let amount = order.amount.wholeUnits.map { String($0) } ?? order.amount.decimalText
        let redirectURL = try returnURL(for: order, configuration).text
        let bankType = order.method.flatMap { BankType($0) }

        var body = JSONObjectWriter()
        body.write("amount", amount)
        switch order.kind {
        case .deposit:
            body.write("redirect_url", redirectURL)
            body.write("merchant_payment_id", order.reference)
            body.write("currency", order.amount.currency.code)
            body.write("service_type", configuration.serviceType.rawValue)
            body.write("bank_type", bankType?.rawValue)
        case .withdrawal:
            guard let payee = order.payee else {
                throw ProviderError(.invalid, "payee: a withdrawal needs the wallet number it goes to")
            }
            body.write("bank_type", bankType?.rawValue)
            body.write("currency", order.amount.currency.code)
            body.write("cust_phone", payee.digits)
            body.write("merchant_payment_id", order.reference)
            body.write("redirect_url", redirectURL)
            body.write("service_type", configuration.serviceType.rawValue)
        }
        return body.finished()
    }

    /// Pay2Local takes one address for every outcome: the order's own for success, else the account's.
    private static func returnURL(
        for order: PaymentOrder,
        _ configuration: Pay2LocalConfiguration
    ) throws(ProviderError) -> WebURL {
        guard let url = order.returnURLs.success else { return configuration.returnURL }
        guard url.isAllowed(in: configuration.environment) else {
            throw ProviderError(.invalid, "success URL: must be https in the live environment")
        }
        return url
    }
}
