public import Foundation
import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.claimDue(at:limit:until:)`.
    public func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        guard limit > 0 else { return [] }
        return try await write { ledger in try ledger.claimDue(at: now, limit: limit, until: until) }
    }
}

extension Ledger {
    /// The query for payments whose provider is to be asked, earliest first.
    static let due = """
        SELECT \(PaymentRow.columns) FROM \(PaymentRow.tables)
        WHERE progress.environment = ? AND next_query_at <= ? ORDER BY next_query_at, progress.number LIMIT ?
        """

    /// Takes payments that are due. One that cannot be read is put off like the others, and left out.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - limit: At most this many.
    ///   - until: When they are due again.
    /// - Returns: What was taken.
    /// - Throws: `StoreError`, or what the database throws.
    func claimDue(at now: Date, limit: Int, until: Date) throws -> [Payment] {
        var due = try StatementWriter(Self.due, in: self)
        due.bind(environment)
        due.bind(now)
        due.bind(limit)
        let rows = try due.all { row in
            var first = row
            return (number: try first.required(Int64.self), row: try? PaymentRow(&row, environment: environment))
        }
        return try rows.compactMap { number, row in
            var putOff = try StatementWriter("UPDATE progress SET next_query_at = ? WHERE number = ?", in: self)
            putOff.bind(until)
            putOff.bind(number)
            try putOff.execute()
            var payment = row?.payment
            payment?.nextQueryAt = until.asStored
            return payment
        }
    }
}
