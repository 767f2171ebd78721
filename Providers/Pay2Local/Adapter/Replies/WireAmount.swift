import PaymentIntents
import StrictJSON

/// `requested_amount` and `currency`, as answers and callbacks carry them.
///
/// Source: Pay2Local API, Payment Callback: a number. The pages write `100`, `100.00` and `5.5`. A string is taken as
/// well; both are read from their exact text.
enum WireAmount {
    /// What an answer or a callback states, whatever it is.
    static func stated(in object: JSONValue) -> StatedAmount {
        guard let amount = object[SignedField.requestedAmount.rawValue], !amount.isNull else { return .absent }
        guard let currency = object[SignedField.currency.rawValue], !currency.isNull else {
            return .unreadable("currency: is missing")
        }
        guard let known = known(currency) else { return .unreadable("currency: is not one that is known") }
        do throws(MoneyError) {
            guard let money = try money(amount, known) else {
                return .unreadable("requested_amount: is neither a number nor a text")
            }
            return .money(money)
        } catch {
            return .unreadable("requested_amount: \(error)")
        }
    }

    /// A number as money of a currency, or `nil` when the value can carry no number.
    static func money(_ amount: JSONValue, _ currency: Currency) throws(MoneyError) -> Money? {
        try amount.withUTF8Bytes { text throws(MoneyError) in try Money(parsing: text, currency: currency) }
    }

    private static func known(_ currency: JSONValue) -> Currency? {
        currency.equals(Currency.bdt.code) ? .bdt : currency.string.flatMap { Currency(code: $0) }
    }
}
