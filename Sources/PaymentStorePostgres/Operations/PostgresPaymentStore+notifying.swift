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
        RETURNING was_due_at, due_number, payment.id, notification.sequence, notification.status, notification.at,
            notification.body, notification.attempts - 1, notification.replayed_at, notification.fence
        """

    /// See `PaymentStore.settle(_:)`. The payment's next notification goes when this one is done with.
    public func settle(_ result: NotificationResult) async throws(StoreError) {
        guard let name = NotificationName(result.id) else { return }
        let (state, due): (OutboxState, Date?) =
            switch result.outcome {
            case .delivered: (.delivered, nil)
            case .retry(let at): (.pending, at)
            case .dead: (.dead, nil)
            }
        try await write { ledger in
            let held = name.values(in: ledger.environment) + [.integer(Int64(result.fence))]
            let mark = Statement(Self.mark, held + [.name(state), .time(due)])
            let release = due == nil ? [Statement(Self.hold, held), Statement(Self.release, held)] : []
            try ledger.commit([Self.lock(on: name, in: ledger.environment)] + release + [mark])
        }
    }

    /// Whoever says which notification of a payment is due holds the payment: or one that is written at the moment would
    /// wait behind one that is being delivered, and nobody would release it.
    static func lock(on name: NotificationName, in environment: PaymentEnvironment) -> Statement {
        Statement(
            "SELECT number FROM progress WHERE number = \(NotificationName.payment) FOR UPDATE",
            Array(name.values(in: environment).prefix(2))
        )
    }

    /// One that somebody has taken, and nobody since.
    private static let isHeld = """
        held.payment = \(NotificationName.payment) AND held.sequence = $3 AND held.fence = $4
            AND held.state = 'pending' AND held.due_at IS NOT NULL
        """

    /// Waits for whoever is just taking it: then it is not ours any more, and the next statement sees that.
    private static let hold = "SELECT number FROM notification AS held WHERE \(isHeld) FOR UPDATE"

    private static let mark = "UPDATE notification AS held SET state = $5, due_at = $6 WHERE \(isHeld)"

    /// Makes the oldest other notification of a payment due that is still to be delivered. One of a time that is still to
    /// come is of a clock that was set back since: it waits no longer than the lease of the one before it would have lasted.
    private static let release = """
        UPDATE notification AS next SET due_at = least(next.at, held.due_at) FROM notification AS held
        WHERE \(isHeld) AND next.number = (
            SELECT number FROM notification
            WHERE payment = \(NotificationName.payment) AND state = 'pending' AND sequence <> $3
            ORDER BY sequence LIMIT 1
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
    /// Reads the columns from the payment's id to the body.
    init(_ reader: inout RowReader) throws {
        let paymentID = try RowReader.known(PaymentID(try reader.requiredString()))
        let sequence: Int = try reader.required()
        self.init(
            id: NotificationName(paymentID: paymentID, sequence: sequence).text,
            paymentID: paymentID,
            sequence: sequence,
            status: try reader.name(),
            at: try reader.requiredTime(),
            body: try reader.requiredString()
        )
    }
}
