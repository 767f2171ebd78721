import PaymentIntents
import StrictJSON

/// The body of `POST /v1/payments/intents`. SMS Pay API, ‘Create intent’, in that order of fields.
enum CreationBody {
    /// The shortest time to pay that newer documents allow.
    static let shortestTimeToLive: Int64 = 60

    /// Writes the body.
    ///
    /// The payment's id is the idempotency key: a creation that is sent again is the same intent. Wallets that the
    /// order names are not sent, since the constants of most are unknown: the customer chooses on SMS Pay's page.
    ///
    /// - Parameters:
    ///   - order: The payment, to which nothing speaks against.
    ///   - configuration: The account.
    /// - Returns: A JSON object, the same bytes for the same order.
    /// - Throws: `ProviderError` with code `invalid`.
    static func json(
        for order: PaymentOrder,
        _ configuration: SMSPayConfiguration
    ) throws(ProviderError) -> [UInt8] {
        guard !order.amount.isZero else { throw ProviderError(.invalid, "amount: must be more than zero") }
        guard !order.reference.isEmpty else { throw ProviderError(.invalid, "reference: is empty") }

        var body = JSONObjectWriter()
        body.write("amount", number: amount(order.amount))
        body.write("currency", order.amount.currency.code)
        body.write(configuration.referenceMode.creationField, order.reference)
        body.write("idempotencyKey", order.paymentID.rawValue)
        body.write("paymentMethod", configuration.paymentMethod?.text)
        body.write("language", configuration.language)
        if let duration = order.expiresIn {
            body.write("ttlSeconds", number: String(max(shortestTimeToLive, duration.components.seconds)))
        }
        body.write("successUrl", order.returnURLs.success?.text)
        body.write("failedUrl", order.returnURLs.failure?.text)
        body.write("cancelUrl", order.returnURLs.cancel?.text)
        body.write("expiredUrl", order.returnURLs.expired?.text)
        return body.finished()
    }

    /// Whole taka as a JSON integer, as the first version wants it; a fraction as its exact decimals.
    private static func amount(_ amount: Money) -> String {
        amount.wholeUnits.map { String($0) } ?? amount.decimalText
    }
}
