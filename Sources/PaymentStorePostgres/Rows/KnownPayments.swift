import PaymentGateway
import PaymentIntents

/// The payments that a transaction holds, by their names.
///
/// Names are compared by their bytes: texts that only look the same are not.
struct KnownPayments {
    private struct Name: Hashable {
        /// What it is the name of: `nil` of a payment at the provider, or else of one of a kind.
        let kind: PaymentKind?
        let account: AccountName
        let text: String

        static func == (one: Name, other: Name) -> Bool {
            one.kind == other.kind && one.account == other.account && one.text.hasSameBytes(as: other.text)
        }

        // Equal bytes are equal texts, so their hashes are equal as well.
        func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    private var rows: [Int64: PaymentRow] = [:]
    private var numbers: [Name: Int64] = [:]

    /// Takes a payment in, or what became of it.
    mutating func take(_ row: PaymentRow) {
        if let old = rows.updateValue(row, forKey: row.number) {
            guard row.payment.hasOtherNames(than: old.payment) else { return }
            for name in Self.names(of: old.payment) { numbers[name] = nil }
        }
        for name in Self.names(of: row.payment) { numbers[name] = row.number }
    }

    /// The payment of a number.
    func row(_ number: Int64) -> PaymentRow? { rows[number] }

    /// The payment that a provider means.
    ///
    /// By the provider's id if there is one, and then by nothing else: a reference beside an id that is not known proves
    /// nothing. A provider that does not tell deposits from withdrawals names a payment by its reference as long as there
    /// is only one.
    ///
    /// - Parameters:
    ///   - lookup: The names that the provider used.
    ///   - account: The account that it spoke to.
    /// - Returns: The payment, or `nil` when it is none of these.
    func row(of lookup: PaymentLookup, account: AccountName) -> PaymentRow? {
        if let id = lookup.providerPaymentID { return row(Name(kind: nil, account: account, text: id)) }
        guard let reference = lookup.reference else { return nil }
        let kinds = lookup.kind.map { [$0] } ?? PaymentKind.allCases
        let rows = kinds.compactMap { row(Name(kind: $0, account: account, text: reference)) }
        return rows.count == 1 ? rows.first : nil
    }

    private func row(_ name: Name) -> PaymentRow? {
        numbers[name].flatMap { rows[$0] }
    }

    private static func names(of payment: Payment) -> [Name] {
        let account = payment.account
        var names = [Name(kind: payment.kind, account: account, text: payment.providerReference)]
        if let id = payment.providerPaymentID { names.append(Name(kind: nil, account: account, text: id)) }
        return names
    }
}
