import PaymentGateway
import PaymentIntents

/// The payments that a transaction holds, by their names.
///
/// Names are compared by their bytes: texts that only look the same are not.
struct KnownPayments {
    private struct Name: Hashable {
        private let bytes: [UInt8]

        init(_ parts: String...) {
            // No name holds this byte: it is none of UTF-8.
            bytes = Array(parts.map { Array($0.utf8) }.joined(separator: [0xFF]))
        }
    }

    private var rows: [Int64: PaymentRow] = [:]
    private var numbers: [Name: Int64] = [:]

    /// Takes a payment in, or what became of it.
    mutating func take(_ row: PaymentRow) {
        if let old = rows.updateValue(row, forKey: row.number) {
            for name in Self.names(of: old.payment) { numbers[name] = nil }
        }
        for name in Self.names(of: row.payment) { numbers[name] = row.number }
    }

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
        if let id = lookup.providerPaymentID { return row(Name("id", account.rawValue, id)) }
        guard let reference = lookup.reference else { return nil }
        let kinds = lookup.kind.map { [$0] } ?? PaymentKind.allCases
        let rows = kinds.compactMap { row(Name($0.rawValue, account.rawValue, reference)) }
        return rows.count == 1 ? rows.first : nil
    }

    private func row(_ name: Name) -> PaymentRow? {
        numbers[name].flatMap { rows[$0] }
    }

    private static func names(of payment: Payment) -> [Name] {
        let account = payment.account.rawValue
        var names = [Name(payment.kind.rawValue, account, payment.providerReference)]
        if let id = payment.providerPaymentID { names.append(Name("id", account, id)) }
        return names
    }
}
