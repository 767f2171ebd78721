public import Foundation
public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.claimNotifications(at:limit:until:)`.
    ///
    /// A try counts from here: one whose sender dies has been tried. One that cannot be read is put off, and left out.
    public func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        guard limit > 0 else { return [] }
        return try await write { ledger in
            let values: [Value] = [.name(ledger.environment), .time(now), .integer(Int64(limit)), .time(until)]
            let rows = try ledger.commit([Statement(Self.take, values)]).last
            let taken = try rows?
                .all { row in
                    let (due, number): (Int64, Int64) = (try row.required(), try row.required())
                    return (due, number, taken: try? PendingNotification(&row))
                }
            return (taken ?? []).sorted { ($0.0, $0.1) < ($1.0, $1.1) }.compactMap(\.taken)
        }
    }

    /// The array is for the planner, which knows nothing of the limit in advance.
    private static let take = """
        WITH due AS MATERIALIZED (
            SELECT number AS due_number, due_at AS was_due_at FROM notification
            WHERE environment = $1 AND due_at <= $2
            ORDER BY due_at, number LIMIT $3 FOR UPDATE SKIP LOCKED
        )
        UPDATE notification SET due_at = $4, attempts = attempts + 1, fence = notification.fence + 1
        FROM due, payment
        WHERE notification.number = due_number AND notification.number = ANY (ARRAY(SELECT due_number FROM due))
            AND payment.number = notification.payment
        RETURNING was_due_at, due_number, notification.id, payment.id, notification.sequence, notification.status,
            notification.at, notification.body, notification.attempts - 1, notification.replayed_at,
            notification.fence
        """

    /// See `PaymentStore.settle(_:)`. The payment's next notification goes when this one is done with.
    public func settle(_ result: NotificationResult) async throws(StoreError) {
        let (state, due): (OutboxState, Date?) =
            switch result.outcome {
            case .delivered: (.delivered, nil)
            case .retry(let at): (.pending, at)
            case .dead: (.dead, nil)
            }
        try await write { ledger in
            let id: [Value] = [.name(ledger.environment), .outside(result.id)]
            let values: [Value] = [.integer(Int64(result.fence)), .name(state), .time(due)]
            try ledger.commit([
                Statement(Self.lock, id), Statement(Self.mark, id + values), Statement(Self.release, id),
            ])
        }
    }

    /// Whoever says which notification of a payment is due holds the payment: or one that is written at the moment would
    /// wait behind one that is being delivered, and nobody would release it.
    static let lock = "SELECT number FROM progress WHERE number = \(payment) FOR UPDATE"

    private static let payment = "(SELECT payment FROM notification WHERE environment = $1 AND id = $2)"

    /// It counts only for what somebody has taken, and nobody since.
    private static let mark = """
        UPDATE notification SET state = $4, due_at = $5
        WHERE environment = $1 AND id = $2 AND fence = $3 AND state = 'pending' AND due_at IS NOT NULL
        """

    /// Makes the oldest notification that is still to be delivered due, unless one is.
    private static let release = """
        UPDATE notification SET due_at = at
        WHERE number = (
            SELECT number FROM notification WHERE payment = \(payment) AND state = 'pending' ORDER BY sequence LIMIT 1
        ) AND NOT EXISTS (
            SELECT 1 FROM notification WHERE payment = \(payment) AND state = 'pending' AND due_at IS NOT NULL
        )
        """
}

extension PendingNotification {
    /// Reads a row of what was just taken.
    fileprivate init(_ reader: inout RowReader) throws {
        let notification = try PaymentNotification(&reader)
        let attempts: Int = try reader.required()
        let since = try reader.time()
        self.init(notification, attempts: attempts, since: since, fence: try reader.required())
    }
}

extension PaymentNotification {
    /// Reads the columns from the id to the body.
    init(_ reader: inout RowReader) throws {
        self.init(
            id: try reader.requiredString(),
            paymentID: try RowReader.known(PaymentID(try reader.requiredString())),
            sequence: try reader.required(),
            status: try reader.name(),
            at: try reader.requiredTime(),
            body: try reader.requiredString()
        )
    }
}
