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
    /// A try counts from here: one whose sender dies has been tried. One that cannot be read is put off, and left out.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - limit: At most this many.
    ///   - until: When they are due again.
    /// - Returns: What was taken.
    /// - Throws: `StoreError`, or what the database throws.
    func claimNotifications(at now: Date, limit: Int, until: Date) throws -> [PendingNotification] {
        var due = try StatementWriter(NotificationRow.due, in: self)
        due.bind(environment)
        due.bind(now)
        due.bind(limit)
        let rows = try due.all { row in
            var first = row
            return (number: try first.required(Int64.self), row: try? NotificationRow(&row, environment: environment))
        }
        return try rows.compactMap { number, row in
            var take = try StatementWriter(Self.take, in: self)
            take.bind(until)
            take.bind(number)
            try take.execute()
            return row?.pending
        }
    }

    /// Writes down how a delivery went, and lets the payment's next notification go when this one is done with.
    ///
    /// - Parameter result: The result. It counts only under the fence of whoever took the notification last.
    /// - Throws: `StoreError`, or what the database throws.
    func settle(_ result: NotificationResult) throws {
        guard let name = NotificationName(result.id) else { return }
        let (state, due): (String, Int64?) =
            switch result.outcome {
            case .delivered: ("delivered", nil)
            case .retry(let at): ("pending", StoredTime(at).milliseconds)
            case .dead: ("dead", nil)
            }
        var atHand = try StatementWriter(Self.atHand, in: self)
        atHand.bind(environment)
        atHand.bind(name.paymentID.rawValue)
        atHand.bind(name.sequence)
        atHand.bind(result.fence)
        let found: (number: Int64, payment: Int64, leasedUntil: Int64)? = try atHand.one { row in
            (try row.required(), try row.required(), try row.required())
        }
        guard let found else { return }
        var update = try StatementWriter("UPDATE notification SET state = ?, due_at = ? WHERE number = ?", in: self)
        update.bind(state)
        update.bind(due)
        update.bind(found.number)
        try update.execute()
        guard due == nil else { return }
        var release = try StatementWriter(Self.release, in: self)
        release.bind(found.payment)
        release.bind(found.leasedUntil)
        try release.execute()
    }

    private static let take = """
        UPDATE notification SET due_at = ?, attempts = attempts + 1, fence = fence + 1 WHERE number = ?
        """

    /// The query for a notification that somebody has taken, and nobody since.
    static let atHand = """
        SELECT number, payment, due_at FROM notification
        WHERE payment = (SELECT number FROM payment WHERE environment = ? AND id = ?)
            AND sequence = ? AND due_at IS NOT NULL AND fence = ? AND state = 'pending'
        """

    /// Makes the oldest notification of a payment due that is still to be delivered. One of a time that is still to come is
    /// of a clock that was set back since: it waits no longer than the lease of the one before it would have lasted.
    static let release = """
        UPDATE notification SET due_at = min(at, ?2) WHERE number = (
            SELECT number FROM notification WHERE payment = ?1 AND state = 'pending' ORDER BY sequence LIMIT 1
        )
        """
}
