import Foundation
import PaymentGateway
import PaymentIntents

extension Ledger {
    /// Folds in the callbacks that have been waiting for a payment, in the order in which they came.
    ///
    /// One without a kind goes on waiting as long as its reference is that of two payments.
    ///
    /// - Parameters:
    ///   - row: The payment.
    ///   - now: The time at which it got the names that they call it by.
    /// - Returns: The payment as it is now.
    /// - Throws: `StoreError` or `SessionError`.
    func matchWaiting(for row: PaymentRow, at now: Date) throws -> PaymentRow {
        var row = row
        let answers = try run([
            AdvisoryLock.naming.shared, WaitingCallback.all(for: row.payment), WaitingCallback.namesakes(of: row),
        ])
        .suffix(2)
        .map(\.self)
        guard answers.count == 2 else { throw StoreError(.unavailable, "the database did not answer everything") }
        let found = try answers[0]
            .all { row in (number: try row.required(Int64.self), callback: try? WaitingCallback(&row)) }
        for (number, callback) in found {
            guard let callback else {
                add(WaitingCallback.parking(number))
                continue
            }
            guard means(callback, row, hasNamesake: answers[1].count > 0) else { continue }
            do {
                row = try fold(callback, number, into: row, at: max(now, callback.receivedAt))
            } catch let error where error.isPermanent {
                add(WaitingCallback.parking(number))
            }
        }
        return row
    }

    /// Whether what a callback says is about a payment and no other.
    private func means(_ callback: WaitingCallback, _ row: PaymentRow, hasNamesake: Bool) -> Bool {
        guard let lookup = callback.meaning.evidence.map(PaymentLookup.init) else { return true }
        if hasNamesake, lookup.providerPaymentID == nil, lookup.kind == nil { return false }
        return self.row(of: lookup, account: row.payment.account)?.number == row.number
    }

    /// Folds in one callback that has been waiting: all of it, or nothing is there.
    private func fold(
        _ callback: WaitingCallback,
        _ number: Int64,
        into row: PaymentRow,
        at now: Date
    ) throws -> PaymentRow {
        try inSavepoint {
            add(WaitingCallback.settling(number, with: row.number))
            return try write(try callback.meaning.change(of: row.payment, at: now), over: row, at: now)
        }
    }
}

extension Error {
    /// Whether the very same write would fail again: it says something impossible, or meets a row that cannot be read.
    fileprivate var isPermanent: Bool {
        if let error = self as? SessionError, error.isCollision { return false }
        let code = StoreError(of: self).code
        return code == .rejected || code == .incompatible
    }
}
