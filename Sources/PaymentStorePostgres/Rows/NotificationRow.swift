import PaymentGateway
import PaymentIntents

/// A new notification for the outbox.
struct NotificationRow {
    /// The payment's number.
    let payment: Int64

    /// The notification.
    let notification: PaymentNotification

    private static let columns = ["payment", "sequence", "at", "status", "body"]

    /// Numbers follow the order of the changes. Of a payment's notifications only the oldest that waits is due.
    private static let insertion = """
        INSERT INTO notification
            (environment, payment, sequence, at, status, body, state, due_at, attempts, fence)
        SELECT $1, new.payment, new.sequence, new.at, new.status, new.body, 'pending',
            CASE WHEN new.rank > 1 OR EXISTS (
                SELECT 1 FROM notification AS other WHERE other.payment = new.payment AND other.state = 'pending'
            ) THEN NULL ELSE new.at END,
            0, 0
        FROM (
            SELECT *, row_number() OVER (PARTITION BY payment ORDER BY place) AS rank
            FROM unnest(\(Statement.places(from: 2, columns.count))) WITH ORDINALITY
                AS row(\(columns.joined(separator: ", ")), place)
        ) AS new
        ORDER BY new.place
        """

    /// Puts notifications behind those of their payments that wait already.
    ///
    /// - Parameters:
    ///   - rows: The notifications, in the order of the changes.
    ///   - environment: The environment of their payments.
    /// - Returns: The statements, with the lock that a number is given under.
    static func insertion(of rows: [NotificationRow], in environment: PaymentEnvironment) -> [Statement] {
        guard let first = rows.first else { return [] }
        let values: [Value] = [.name(environment)]
        return [
            AdvisoryLock.outbox.shared, Statement(insertion, values, rows: rows.map(\.values), like: first.values),
        ]
    }

    private var values: [Value] {
        [
            .integer(payment), .integer(Int64(notification.sequence)), .time(notification.at),
            .name(notification.status), .text(notification.body),
        ]
    }
}
