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

    /// The columns that a notification is read from, in its order.
    static let columns = """
        payment.id, notification.sequence, notification.status, notification.at, notification.body, kind, amount, \
        currency, reference, recorded_at, account, adapter, notification.claims, notification.provider_payment_id, \
        notification.transaction_id, notification.method, notification.expires_at
        """

    /// The query for what is due, earliest first.
    static let due = """
        SELECT notification.number, \(columns), notification.attempts, notification.fence, notification.replayed_at
        FROM notification JOIN payment ON payment.number = notification.payment
        WHERE notification.environment = ? AND notification.due_at <= ?
        ORDER BY notification.due_at, notification.number LIMIT ?
        """

    /// Reads a row of ``due``, under the fence of whoever takes it now.
    init(_ reader: inout RowReader, environment: PaymentEnvironment) throws {
        number = try reader.required()
        let notification = try PaymentNotification(reading: &reader, environment: environment)
        let attempts: Int = try reader.required()
        let fence: Int = try reader.required()
        pending = PendingNotification(notification, attempts: attempts, since: reader.time(), fence: fence + 1)
    }

    /// Puts a notification behind those of its payment that wait already.
    ///
    /// - Parameters:
    ///   - notification: The notification.
    ///   - entry: The line of history that it tells of; `nil` when that has a row of its own, or there is none.
    ///   - payment: Its payment, as it is afterwards.
    ///   - number: That payment's number.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(
        _ notification: PaymentNotification,
        _ entry: HistoryEntry?,
        of payment: Payment,
        number: Int64,
        into ledger: Ledger
    ) throws {
        var statement = try StatementWriter(insertion, in: ledger)
        statement.bind(payment.environment)
        statement.bind(number)
        statement.bind(notification.sequence)
        statement.bind(notification.at)
        statement.bind(notification.status)
        HistoryRow.bind(entry, to: &statement)
        if let told = notification.payment, told.isToldLater(by: notification, of: payment) {
            statement.bind(String?.none)
            statement.bind(told.lifecycle.claims.rawValue)
            statement.bind(text: told.providerPaymentID)
            statement.bind(text: told.transactionID)
            statement.bind(text: told.method?.rawValue)
            statement.bind(told.expiresAt)
        } else {
            statement.bind(notification.body)
            for _ in 1...5 { statement.bind(Int64?.none) }
        }
        try statement.execute()
    }

    /// A line whose number is taken is refused, as its number is null then.
    private static let insertion = """
        INSERT INTO notification
            (environment, payment, sequence, at, status, source, claim, trust, detail, body, claims,
            provider_payment_id, transaction_id, method, expires_at, state, due_at, attempts, fence)
        VALUES (?1, ?2,
            CASE WHEN ?6 IS NOT NULL AND EXISTS (SELECT 1 FROM history WHERE payment = ?2 AND sequence = ?3)
                THEN NULL ELSE ?3 END,
            ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'pending',
            CASE WHEN EXISTS (SELECT 1 FROM notification WHERE payment = ?2 AND state = 'pending')
                THEN NULL ELSE ?4 END,
            0, 0)
        """
}

extension PaymentNotification {
    /// Reads ``NotificationRow/columns``.
    init(reading reader: inout RowReader, environment: PaymentEnvironment) throws {
        let paymentID = try RowReader.known(PaymentID(try reader.required()))
        let sequence: Int = try reader.required()
        let status: PaymentStatus = try reader.name()
        let at = try reader.requiredTime()
        let body = reader.next(String.self)
        let payment = try Payment(told: &reader, paymentID, environment, sequence: sequence, at: at)
        guard let body else {
            self.init(of: status, payment: try RowReader.known(payment), at: at)
            return
        }
        self.init(
            id: NotificationName(paymentID: paymentID, sequence: sequence).text,
            paymentID: paymentID,
            sequence: sequence,
            status: status,
            at: at,
            body: body
        )
    }
}

extension Payment {
    /// Whether the body of a notification can be written of the payment's row later: once a payment is created, its account
    /// and its adapter are settled, and when nothing more is to be done, what was offered to do is not shown.
    fileprivate func isToldLater(by notification: PaymentNotification, of payment: Payment) -> Bool {
        id == payment.id && creation == .created && nextAction == .none && updatedAt == notification.at
            && account == payment.account && adapter == payment.adapter
    }

    /// Reads the columns behind the body: what the body shows of a payment, as it was then; `nil` when the body stands in
    /// the row.
    fileprivate init?(
        told reader: inout RowReader,
        _ id: PaymentID,
        _ environment: PaymentEnvironment,
        sequence: Int,
        at time: Date
    ) throws {
        let kind: PaymentKind = try reader.name()
        let minorUnits: Int64 = try reader.required()
        let currency = try RowReader.known(Currency(code: try reader.required()))
        let request = PaymentRequest(
            kind: kind,
            amount: try RowReader.known(Money(minorUnits: minorUnits, currency: currency)),
            reference: try RowReader.known(MerchantReference(try RowReader.known(reader.text())))
        )
        let recordedAt = try reader.requiredTime()
        self.init(
            id: id,
            environment: environment,
            request: request,
            account: try RowReader.known(AccountName(try reader.required())),
            adapter: try reader.required(),
            at: recordedAt,
            leasedUntil: recordedAt
        )
        let claims: Int64? = reader.next()
        creation = .created
        providerPaymentID = reader.text()
        transactionID = reader.text()
        method = reader.text().map(PaymentMethod.init(rawValue:))
        expiresAt = reader.time()
        self.sequence = sequence
        updatedAt = time
        guard let claims else { return nil }
        lifecycle = Lifecycle(
            claims: ClaimSet(rawValue: try RowReader.known(UInt16(exactly: claims))),
            hasAnnouncedSuccess: false
        )
    }
}
