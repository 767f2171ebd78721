import GRDB
import PaymentGateway
import PaymentIntents

extension PaymentRow {
    /// Writes a new payment.
    ///
    /// - Parameters:
    ///   - payment: The payment, with a provider reference that is free.
    ///   - database: The transaction.
    /// - Returns: The payment and its number.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ payment: Payment, into database: Database) throws -> PaymentRow {
        let request = payment.request
        let fixed: [(String, (any DatabaseValueConvertible)?)] = [
            ("environment", payment.environment.rawValue),
            ("id", payment.id.rawValue),
            ("kind", request.kind.rawValue),
            ("amount", request.amount.minorUnits),
            ("currency", request.amount.currency.code),
            ("reference", StoredText(request.reference.rawValue).stored),
            ("requested_method", request.method.map { StoredText($0.rawValue).stored }),
            ("payee", request.payee?.digits),
            ("requested_account", request.account?.rawValue),
            ("expires_in", request.expiresIn?.components.seconds),
            ("success_url", request.returnURLs.success?.text),
            ("failure_url", request.returnURLs.failure?.text),
            ("cancel_url", request.returnURLs.cancel?.text),
            ("expired_url", request.returnURLs.expired?.text),
            ("idempotency_key", StoredText(request.key.rawValue).stored),
            ("is_key_chosen", request.idempotencyKey != nil),
            ("recorded_at", StoredTime(payment.recordedAt).milliseconds),
        ]
        let all =
            fixed + names(of: payment) + plain(of: payment) + action(of: payment) + status(of: payment)
            + due(of: payment)
        let columns = all.map(\.0).joined(separator: ", ")
        let places = all.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO payment (\(columns)) VALUES (\(places))")
        try statement.execute(arguments: StatementArguments(all.map(\.1)))
        return PaymentRow(number: database.lastInsertedRowID, payment: payment)
    }

    /// Writes what a change made of the payment.
    ///
    /// Columns with an index are written only where they differ: SQLite takes every index of a column that is set out
    /// of its tree and puts it in again, and each page of that is in the journal.
    ///
    /// - Parameters:
    ///   - payment: The payment afterwards.
    ///   - database: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func update(to payment: Payment, in database: Database) throws {
        var columns = Self.plain(of: payment)
        if hasOtherNames(than: payment) { columns += Self.names(of: payment) }
        if payment.status != self.payment.status { columns += Self.status(of: payment) }
        if payment.offeredAction != self.payment.offeredAction { columns += Self.action(of: payment) }
        if payment.nextQueryAt != self.payment.nextQueryAt { columns += Self.due(of: payment) }
        let assignments = columns.map { "\($0.0) = ?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "UPDATE payment SET \(assignments) WHERE number = ?")
        try statement.execute(arguments: StatementArguments(columns.map(\.1) + [number]))
    }

    /// Whether callbacks find the payment by other names than those of another state of it.
    ///
    /// - Parameter payment: The other state.
    /// - Returns: Whether the account or one of the names differs.
    func hasOtherNames(than payment: Payment) -> Bool {
        payment.account != self.payment.account
            || !payment.providerReference.utf8.elementsEqual(self.payment.providerReference.utf8)
            || payment.providerPaymentID.map { Array($0.utf8) } != self.payment.providerPaymentID.map { Array($0.utf8) }
    }

    private static func names(of payment: Payment) -> [(String, (any DatabaseValueConvertible)?)] {
        [
            ("provider_reference", StoredText(payment.providerReference).stored),
            ("account", payment.account.rawValue),
            ("provider_payment_id", payment.providerPaymentID.map { StoredText($0).stored }),
        ]
    }

    private static func action(of payment: Payment) -> [(String, (any DatabaseValueConvertible)?)] {
        [("offered_action", NextActionDocument.text(of: payment.offeredAction))]
    }

    private static func plain(of payment: Payment) -> [(String, (any DatabaseValueConvertible)?)] {
        [
            ("adapter", payment.adapter),
            ("creation", payment.creation.rawValue),
            ("fence", payment.fence),
            ("leased_until", payment.leasedUntil.map { StoredTime($0).milliseconds }),
            ("transaction_id", payment.transactionID.map { StoredText($0).stored }),
            ("method", payment.method.map { StoredText($0.rawValue).stored }),
            ("expires_at", payment.expiresAt.map { StoredTime($0).milliseconds }),
            ("claims", Int64(payment.lifecycle.claims.rawValue)),
            ("is_success_announced", payment.lifecycle.hasAnnouncedSuccess),
            ("sequence", payment.sequence),
            ("updated_at", StoredTime(payment.updatedAt).milliseconds),
            ("queries_without_news", payment.queriesWithoutNews),
        ]
    }

    private static func status(of payment: Payment) -> [(String, (any DatabaseValueConvertible)?)] {
        [("status", payment.status.rawValue)]
    }

    private static func due(of payment: Payment) -> [(String, (any DatabaseValueConvertible)?)] {
        [("next_query_at", payment.nextQueryAt.map { StoredTime($0).milliseconds })]
    }
}
