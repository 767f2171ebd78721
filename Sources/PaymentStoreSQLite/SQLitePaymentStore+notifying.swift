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
        let statement = try database.cachedStatement(
            sql: """
                UPDATE notification SET state = ?, due_at = ?
                WHERE id = ? AND environment = ? AND fence = ? AND state = 'pending'
                """
        )
        try statement.execute(arguments: [state, due, result.id, environment.rawValue, result.fence])
        guard database.changesCount == 1, due == nil else { return }
        let release = try database.cachedStatement(sql: Self.release)
        try release.execute(arguments: [result.id])
    }

    /// Makes the oldest notification due that is still to be delivered of the same payment.
    static let release = """
        UPDATE notification SET due_at = at WHERE number = (
            SELECT later.number FROM notification AS done
            JOIN notification AS later ON later.payment = done.payment
            WHERE done.id = ? AND later.state = 'pending' ORDER BY later.sequence LIMIT 1
        )
        """
}
