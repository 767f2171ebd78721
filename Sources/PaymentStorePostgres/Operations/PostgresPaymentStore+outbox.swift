public import Foundation
public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.notifications(matching:)`, and `AdvisoryLock.outbox`.
    public func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        guard filter.limit > 0 else { return [] }
        return try await write { ledger in
            let values: [Value] = [
                .name(ledger.environment), .integer(filter.after), .integer(Int64(filter.limit)),
            ]
            let page = Statement(Self.query(filter), values)
            // Most often there is nothing new, and nobody has to wait for that. A choice of them is no sequence without
            // gaps, whoever waits.
            let found = try ledger.run([page]).last
            guard let found, found.count > 0, filter.state == nil, !filter.isScheduled else {
                return found?.readable { try OutboxEntry(&$0) } ?? []
            }
            return try ledger.commit([AdvisoryLock.outbox.alone, page]).last?.readable { try OutboxEntry(&$0) } ?? []
        }
    }

    /// What is not delivered is found along an index of nothing else; its condition stands in the text.
    private static func query(_ filter: OutboxFilter) -> String {
        let state = filter.isScheduled ? .pending : filter.state
        let isOpen = state == .pending || state == .dead
        return """
            SELECT notification.number, payment.id, notification.sequence, notification.status, notification.at,
                notification.body, notification.state, notification.attempts, notification.due_at
            FROM notification JOIN payment ON payment.number = notification.payment
            WHERE notification.environment = $1 AND notification.number > $2
                \(state.map { "AND notification.state = '\($0.rawValue)'" } ?? "")
                \(isOpen ? "AND notification.state <> 'delivered'" : "")
                \(filter.isScheduled ? "AND notification.due_at IS NOT NULL" : "")
            ORDER BY notification.number LIMIT $3
            """
    }

    /// See `PaymentStore.replayNotification(_:at:)`.
    public func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        guard let name = NotificationName(id) else { return false }
        return try await write { ledger in
            let replay = Statement(Self.replay, name.values(in: ledger.environment) + [.time(now)])
            let rows = try ledger.commit([Self.lock(on: name, in: ledger.environment), replay])
            return rows.last?.written ?? 0 > 0
        }
    }

    /// Of a payment's notifications that are to be delivered exactly one is due: this one, unless another one is already.
    /// Were it to wait for one that is not due itself, none of them would ever go.
    private static let replay = """
        UPDATE notification
        SET state = 'pending', attempts = 0, fence = fence + 1, replayed_at = $4,
            due_at = CASE WHEN EXISTS (
                SELECT 1 FROM notification AS other
                WHERE other.payment = notification.payment AND other.number <> notification.number
                    AND other.state = 'pending' AND other.due_at IS NOT NULL
            ) THEN NULL ELSE $4 END
        WHERE payment = \(NotificationName.payment) AND sequence = $3
        """
}

extension OutboxEntry {
    fileprivate init(_ reader: inout RowReader) throws {
        let position: Int64 = try reader.required()
        self.init(
            position: position,
            notification: try PaymentNotification(&reader),
            state: try reader.name(),
            attempts: try reader.required(),
            dueAt: try reader.time()
        )
    }
}
