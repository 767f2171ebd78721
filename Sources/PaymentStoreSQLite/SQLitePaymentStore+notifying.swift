public import Foundation
import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.claimNotifications(at:limit:until:)`.
    public func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        guard limit > 0 else { return [] }
        return try await write { ledger in try ledger.claimNotifications(at: now, limit: limit, until: until) }
    }

    /// See `PaymentStore.settle(_:)`.
    public func settle(_ result: NotificationResult) async throws(StoreError) {
        try await write { ledger in try ledger.settle(result) }
    }
}

extension Ledger {
    /// Takes notifications that are due.
    ///
    /// A try counts from here: one whose sender dies has been tried.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - limit: At most this many.
    ///   - until: When they are due again.
    /// - Returns: What was taken.
    /// - Throws: `StoreError`, or what the database throws.
    func claimNotifications(at now: Date, limit: Int, until: Date) throws -> [PendingNotification] {
        let statement = try database.cachedStatement(sql: NotificationRow.due)
        let arguments: StatementArguments = [environment.rawValue, StoredTime(now).milliseconds, limit]
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let take = try database.cachedStatement(
            sql: "UPDATE notification SET due_at = ?, attempts = attempts + 1, fence = fence + 1 WHERE number = ?"
        )
        return try rows.map { row in
            let row = try NotificationRow(row)
            try take.execute(arguments: [StoredTime(until).milliseconds, row.number])
            return row.pending
        }
    }

    /// Writes down how a delivery went, and lets the payment's next notification go when this one is done with.
    ///
    /// - Parameter result: The result. It counts only under the fence of whoever took the notification last.
    /// - Throws: `StoreError`, or what the database throws.
    func settle(_ result: NotificationResult) throws {
        let (state, due): (String, Int64?) =
            switch result.outcome {
            case .delivered: ("delivered", nil)
            case .retry(let at): ("pending", StoredTime(at).milliseconds)
            case .dead: ("dead", nil)
            }
        let atHand = try database.cachedStatement(sql: Self.atHand)
        let arguments: StatementArguments = [result.id, environment.rawValue, result.fence]
        guard let row = try Row.fetchOne(atHand, arguments: arguments) else { return }
        var reader = RowReader(row)
        let (number, payment): (Int64, Int64) = (try reader.required(), try reader.required())
        let update = try database.cachedStatement(sql: "UPDATE notification SET state = ?, due_at = ? WHERE number = ?")
        try update.execute(arguments: [state, due, number])
        guard due == nil else { return }
        try database.cachedStatement(sql: Self.release).execute(arguments: [payment])
    }

    /// The query for a notification that somebody has taken, and nobody since.
    static let atHand = """
        SELECT number, payment FROM notification
        WHERE id = ? AND due_at IS NOT NULL AND environment = ? AND fence = ? AND state = 'pending'
        """

    /// Makes the oldest notification of a payment due that is still to be delivered.
    static let release = """
        UPDATE notification SET due_at = at WHERE number = (
            SELECT number FROM notification WHERE payment = ? AND state = 'pending' ORDER BY sequence LIMIT 1
        )
        """
}
