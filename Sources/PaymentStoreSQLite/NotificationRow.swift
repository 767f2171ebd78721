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
        SELECT notification.number, notification.id, payment.id, notification.sequence, notification.status,
            notification.at, notification.body, notification.attempts, notification.fence, notification.replayed_at
        FROM notification JOIN payment ON payment.number = notification.payment
        WHERE notification.environment = ? AND notification.due_at <= ?
        ORDER BY notification.due_at, notification.number LIMIT ?
        """

    /// Reads a row of ``due``, under the fence of whoever takes it now.
    init(_ reader: inout RowReader) throws {
        number = try reader.required()
        let notification = PaymentNotification(
            id: try reader.required(),
            paymentID: try RowReader.known(PaymentID(try reader.required())),
            sequence: try reader.required(),
            status: try reader.name(),
            at: try reader.requiredTime(),
            body: try reader.required()
        )
        let attempts: Int = try reader.required()
        let fence: Int = try reader.required()
        pending = PendingNotification(notification, attempts: attempts, since: reader.time(), fence: fence + 1)
    }

    /// Puts a notification behind those of its payment that wait already.
    ///
    /// - Parameters:
    ///   - notification: The notification.
    ///   - row: Its payment.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ notification: PaymentNotification, of row: PaymentRow, into ledger: Ledger) throws {
        var statement = try StatementWriter(insertion, in: ledger)
        try statement.bind(row.payment.environment)
        try statement.bind(notification.id)
        try statement.bind(row.number)
        try statement.bind(notification.sequence)
        try statement.bind(notification.status)
        try statement.bind(notification.at)
        try statement.bind(notification.body)
        try statement.execute()
    }

    private static let insertion = """
        INSERT INTO notification
            (environment, id, payment, sequence, status, at, body, state, due_at, attempts, fence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'pending',
            CASE WHEN EXISTS (SELECT 1 FROM notification WHERE payment = ?3 AND state = 'pending')
                THEN NULL ELSE ?6 END,
            0, 0)
        """
}
