import Foundation
import GRDB
import PaymentGateway
import PaymentIntents

/// A notification in the outbox.
struct NotificationRow {
    /// Its number in this file.
    let number: Int64

    /// It, as somebody takes it.
    let pending: PendingNotification

    /// The query for what is due, earliest first.
    static let due = """
        SELECT notification.number, payment.id, notification.sequence, notification.status, notification.at,
            notification.body, notification.attempts, notification.fence, notification.replayed_at
        FROM notification JOIN payment ON payment.number = notification.payment
        WHERE notification.environment = ? AND notification.due_at <= ?
        ORDER BY notification.due_at, notification.number LIMIT ?
        """

    /// Reads a row of ``due``, under the fence of whoever takes it now.
    init(_ reader: inout RowReader) throws {
        number = try reader.required()
        let notification = try PaymentNotification(reading: &reader)
        let attempts: Int = try reader.required()
        let fence: Int = try reader.required()
        pending = PendingNotification(notification, attempts: attempts, since: reader.time(), fence: fence + 1)
    }

    /// Puts a notification behind those of its payment that wait already.
    ///
    /// - Parameters:
    ///   - notification: The notification.
    ///   - entry: The line of history that it tells of; `nil` when that has a row of its own, or there is none.
    ///   - row: Its payment.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(
        _ notification: PaymentNotification,
        _ entry: HistoryEntry?,
        of row: PaymentRow,
        into ledger: Ledger
    ) throws {
        var statement = try StatementWriter(insertion, in: ledger)
        statement.bind(row.payment.environment)
        statement.bind(row.number)
        statement.bind(notification.sequence)
        statement.bind(notification.at)
        statement.bind(notification.status)
        HistoryRow.bind(entry, to: &statement)
        statement.bind(notification.body)
        try statement.execute()
    }

    /// A line whose number is taken is refused, as its number is null then.
    private static let insertion = """
        INSERT INTO notification
            (environment, payment, sequence, at, status, source, claim, trust, detail, body, state, due_at, attempts,
            fence)
        VALUES (?1, ?2,
            CASE WHEN ?6 IS NOT NULL AND EXISTS (SELECT 1 FROM history WHERE payment = ?2 AND sequence = ?3)
                THEN NULL ELSE ?3 END,
            ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'pending',
            CASE WHEN EXISTS (SELECT 1 FROM notification WHERE payment = ?2 AND state = 'pending')
                THEN NULL ELSE ?4 END,
            0, 0)
        """
}

extension PaymentNotification {
    /// Reads the columns `payment.id, sequence, status, at, body`.
    init(reading reader: inout RowReader) throws {
        let paymentID = try RowReader.known(PaymentID(try reader.required()))
        let sequence: Int = try reader.required()
        self.init(
            id: NotificationName(paymentID: paymentID, sequence: sequence).text,
            paymentID: paymentID,
            sequence: sequence,
            status: try reader.name(),
            at: try reader.requiredTime(),
            body: try reader.required()
        )
    }
}
