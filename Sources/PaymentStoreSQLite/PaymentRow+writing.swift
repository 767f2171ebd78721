import GRDB
import PaymentGateway
import PaymentIntents

extension PaymentRow {
    /// Columns of `progress` that are written together, a bit for each group.
    private struct Groups: OptionSet {
        let rawValue: Int

        static let claims = Groups(rawValue: 1)
        static let attempt = Groups(rawValue: 2)
        static let status = Groups(rawValue: 4)
        static let due = Groups(rawValue: 8)
        static let all: Groups = [.claims, .attempt, .status, .due]

        var columns: [String] {
            var columns: [String] = []
            if contains(.claims) {
                columns += ["creation", "transaction_id", "claims", "is_success_announced", "sequence", "updated_at"]
            }
            if contains(.attempt) {
                columns += ["fence", "leased_until", "method", "expires_at", "queries_without_news"]
            }
            if contains(.status) { columns += ["status"] }
            if contains(.due) { columns += ["next_query_at"] }
            return columns
        }

        func bind(_ payment: Payment, to statement: inout StatementWriter) {
            if contains(.claims) {
                statement.bind(payment.creation)
                statement.bind(text: payment.transactionID)
                statement.bind(payment.lifecycle.claims.rawValue)
                statement.bind(payment.lifecycle.hasAnnouncedSuccess)
                statement.bind(payment.sequence)
                statement.bind(payment.updatedAt)
            }
            if contains(.attempt) {
                statement.bind(payment.fence)
                statement.bind(payment.leasedUntil)
                statement.bind(text: payment.method?.rawValue)
                statement.bind(payment.expiresAt)
                statement.bind(payment.queriesWithoutNews)
            }
            if contains(.status) { statement.bind(payment.status) }
            if contains(.due) { statement.bind(payment.nextQueryAt) }
        }
    }

    /// The columns of `payment` that a creation may change.
    private static let creation = ["provider_reference", "account", "adapter", "provider_payment_id", "offered_action"]

    private static func bindCreation(_ payment: Payment, to statement: inout StatementWriter) {
        statement.bind(text: payment.providerReference)
        statement.bind(payment.account.rawValue)
        statement.bind(payment.adapter)
        statement.bind(text: payment.providerPaymentID)
        statement.bind(NextActionDocument.text(of: payment.offeredAction))
    }

    private static let insertion = insertion(
        into: "payment",
        [
            "environment", "id", "kind", "amount", "currency", "reference", "requested_method", "payee",
            "requested_account", "expires_in", "success_url", "failure_url", "cancel_url", "expired_url",
            "idempotency_key", "is_key_chosen", "recorded_at",
        ] + creation
    )

    private static let progressInsertion = insertion(
        into: "progress",
        ["number", "environment"] + Groups.all.columns
    )

    private static func insertion(into table: String, _ columns: [String]) -> String {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }

    private static let creationUpdate = """
        UPDATE payment SET \(creation.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?
        """

    /// A statement for each set of groups that may be written, at the number of that set.
    private static let updates: [String] = (0...Groups.all.rawValue)
        .map { set in
            let columns = Groups(rawValue: set).columns
            return "UPDATE progress SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE number = ?"
        }

    /// Writes a new payment.
    ///
    /// - Parameters:
    ///   - payment: The payment, with a provider reference that is free.
    ///   - ledger: The transaction.
    /// - Returns: The payment and its number.
    /// - Throws: `StoreError`, or what the database throws.
    static func insert(_ payment: Payment, into ledger: Ledger) throws -> PaymentRow {
        let request = payment.request
        var statement = try StatementWriter(insertion, in: ledger)
        statement.bind(payment.environment)
        statement.bind(payment.id.rawValue)
        statement.bind(request.kind)
        statement.bind(request.amount.minorUnits)
        statement.bind(request.amount.currency.code)
        statement.bind(text: request.reference.rawValue)
        statement.bind(text: request.method?.rawValue)
        statement.bind(request.payee?.digits)
        statement.bind(request.account?.rawValue)
        statement.bind(request.expiresIn?.components.seconds)
        statement.bind(request.returnURLs.success?.text)
        statement.bind(request.returnURLs.failure?.text)
        statement.bind(request.returnURLs.cancel?.text)
        statement.bind(request.returnURLs.expired?.text)
        statement.bind(text: request.key.rawValue)
        statement.bind(request.idempotencyKey != nil)
        statement.bind(payment.recordedAt)
        bindCreation(payment, to: &statement)
        try statement.execute()
        let number = ledger.database.lastInsertedRowID
        var progress = try StatementWriter(progressInsertion, in: ledger)
        progress.bind(number)
        progress.bind(payment.environment)
        Groups.all.bind(payment, to: &progress)
        try progress.execute()
        return PaymentRow(number: number, payment: payment)
    }

    /// Writes what a change made of the payment.
    ///
    /// What did not change is not written. SQLite takes every index of a column that is set out of its tree and puts it
    /// in again, and each page of that is in the log.
    ///
    /// - Parameters:
    ///   - payment: The payment afterwards.
    ///   - ledger: The transaction.
    /// - Throws: `StoreError`, or what the database throws.
    func update(to payment: Payment, in ledger: Ledger) throws {
        let groups = changedGroups(in: payment)
        var statement = try StatementWriter(Self.updates[groups.rawValue], in: ledger)
        groups.bind(payment, to: &statement)
        statement.bind(number)
        try statement.execute()
        if isCreatedOtherwise(than: payment) {
            var statement = try StatementWriter(Self.creationUpdate, in: ledger)
            Self.bindCreation(payment, to: &statement)
            statement.bind(number)
            try statement.execute()
        }
    }

    private func changedGroups(in payment: Payment) -> Groups {
        var groups = Groups.claims
        if hasOtherAttempt(than: payment) { groups.insert(.attempt) }
        if payment.status != self.payment.status { groups.insert(.status) }
        if payment.nextQueryAt != self.payment.nextQueryAt { groups.insert(.due) }
        return groups
    }

    private func isCreatedOtherwise(than payment: Payment) -> Bool {
        payment.hasOtherNames(than: self.payment) || payment.adapter != self.payment.adapter
            || payment.offeredAction != self.payment.offeredAction
    }

    private func hasOtherAttempt(than payment: Payment) -> Bool {
        payment.fence != self.payment.fence || payment.leasedUntil != self.payment.leasedUntil
            || payment.queriesWithoutNews != self.payment.queriesWithoutNews
            || payment.expiresAt != self.payment.expiresAt
            || payment.method?.rawValue != self.payment.method?.rawValue
    }
}
