import PaymentIntents
import StrictJSON

/// `amount` and `currency`, as intents and webhooks carry them.
///
/// SMS Pay API, ‘Create intent’: the amount is sent as a number and comes back as a string. Newer versions know two
/// decimals. Both forms are read from their exact text, so `500`, `"500"` and `"500.00"` are the same money.
enum WireAmount {
    /// What an intent, or the `data` of a webhook, states, whatever it is.
    static func stated(in object: JSONValue) -> StatedAmount {
        guard let amount = object["amount"], !amount.isNull else { return .absent }
        guard let currency = known(object["currency"]) else { return .unreadable("currency: missing or unknown") }
        do throws(MoneyError) {
            guard let money = try money(amount, currency) else {
                return .unreadable("amount: neither a string nor a number")
            }
            return .money(money)
        } catch {
            return .unreadable("amount: \(error)")
        }
    }

    /// The number as money of a currency, or `nil` when the value can carry no number.
    static func money(_ amount: JSONValue, _ currency: Currency) throws(MoneyError) -> Money? {
        try amount.withUTF8Bytes { text throws(MoneyError) in try Money(parsing: text, currency: currency) }
    }

    private static func known(_ currency: JSONValue?) -> Currency? {
        guard let currency else { return nil }
        return currency.equals(Currency.bdt.code) ? .bdt : currency.string.flatMap { Currency(code: $0) }
    }
}
