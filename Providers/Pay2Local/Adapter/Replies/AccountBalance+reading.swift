import PaymentIntents
import StrictJSON

extension AccountBalance {
    /// Reads a balance.
    ///
    /// The page names no currency; Pay2Local settles in taka only, so these are taka. `max_negative_balance` is a limit
    /// and no money that is there.
    ///
    /// Source: Pay2Local API, Get Balance Details.
    ///
    /// - Parameter answer: The JSON object.
    /// - Throws: `ProviderError` with code `unreadable`, naming the field.
    init(pay2Local answer: JSONValue) throws(ProviderError) {
        guard let balance = answer["balance"] else { throw ProviderError(.unreadable, "balance: is missing") }
        let available = try Self.taka(balance, "balance")
        guard let unsettled = answer["unsettled_withdrawal_amount"] else {
            self.init(available: available)
            return
        }
        self.init(available: available, unsettled: try Self.taka(unsettled, "unsettled_withdrawal_amount"))
    }

    /// An amount, or `nil` for a debt.
    private static func taka(_ value: JSONValue, _ field: String) throws(ProviderError) -> Money? {
        let text = value.number ?? value.string ?? ""
        let isNegative = text.hasPrefix("-")
        do throws(MoneyError) {
            let money = try Money(parsing: isNegative ? String(text.dropFirst()) : text, currency: .bdt)
            return isNegative ? nil : money
        } catch {
            throw ProviderError(.unreadable, "\(field): \(error)")
        }
    }
}
