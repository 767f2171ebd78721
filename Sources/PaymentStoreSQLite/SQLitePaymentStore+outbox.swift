public import Foundation
import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.notifications(matching:)`. Numbers are given inside transactions that write one after the
    /// other, so their order is that of the commits.
    public func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        guard filter.limit > 0 else { return [] }
        return try await read { ledger in
            var statement = try StatementWriter(Self.query(filter), in: ledger)
            statement.bind(ledger.environment)
            statement.bind(filter.after)
            statement.bind(filter.limit)
            let entries = try statement.all { row in try? OutboxEntry(&row, environment: ledger.environment) }
            return entries.compactMap(\.self)
        }
    }

    /// See `PaymentStore.replayNotification(_:at:)`.
    public func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        guard let name = NotificationName(id) else { return false }
        return try await write { ledger in
            guard let payment = try ledger.row(of: name.paymentID) else { return false }
            var replay = try StatementWriter(Self.replay, in: ledger)
            replay.bind(payment.number)
            replay.bind(name.sequence)
            replay.bind(now)
            return try replay.execute() > 0
        }
    }

    /// The conditions stand in the text, so that what is dead or due is found along an index of nothing else. What is due is
    /// sorted afterwards: by number it would be looked for among all that was ever delivered.
    private static func query(_ filter: OutboxFilter) -> String {
        """
        SELECT notification.number, \(NotificationRow.columns), notification.state, notification.attempts,
            notification.due_at
        FROM notification \(filter.isScheduled ? "INDEXED BY notification_due" : "")
            JOIN payment ON payment.number = notification.payment
        WHERE notification.environment = ? AND notification.number > ?
            \(filter.state.map { "AND notification.state = '\($0.rawValue)'" } ?? "")
            \(filter.isScheduled ? "AND notification.due_at IS NOT NULL" : "")
        ORDER BY notification.number LIMIT ?
        """
    }

    /// Of a payment's notifications that are to be delivered exactly one is due: this one, unless another one is already.
    /// Were it to wait for one that is not due itself, none of them would ever go.
    private static let replay = """
        UPDATE notification
        SET state = 'pending', attempts = 0, fence = fence + 1, replayed_at = ?3,
            due_at = CASE WHEN EXISTS (
                SELECT 1 FROM notification AS other
                WHERE other.payment = ?1 AND other.sequence <> ?2 AND other.due_at IS NOT NULL
            ) THEN NULL ELSE ?3 END
        WHERE payment = ?1 AND sequence = ?2
        """
}

extension OutboxEntry {
    fileprivate init(_ reader: inout RowReader, environment: PaymentEnvironment) throws {
        self.init(
            position: try reader.required(),
            notification: try PaymentNotification(reading: &reader, environment: environment),
            state: try reader.name(),
            attempts: try reader.required(),
            dueAt: reader.time()
        )
    }
}
