import PaymentGateway
import PaymentIntents

extension PaymentRow {
    /// The columns of what was asked for, which never changes.
    private static let request = [
        "number", "environment", "id", "kind", "amount", "currency", "reference", "requested_method", "payee",
        "requested_account", "expires_in", "success_url", "failure_url", "cancel_url", "expired_url",
        "idempotency_key", "is_key_chosen", "recorded_at",
    ]

    /// The columns of what it is called by, which change with its account, and when the provider gives it an id.
    private static let names = ["provider_reference", "account", "adapter", "provider_payment_id"]

    /// The columns of what becomes of it. They are written together, as PostgreSQL writes the whole row anew whatever is
    /// set.
    private static let progress = [
        "creation", "fence", "leased_until", "transaction_id", "method", "offered_action", "expires_at", "claims",
        "is_success_announced", "status", "sequence", "updated_at", "next_query_at", "queries_without_news",
    ]

    /// Writes a new payment, into both tables.
    var insertions: [Statement] {
        let identity: [Value] = [.integer(number), .name(payment.environment), .text(payment.id.rawValue)]
        return [
            insertion(into: "payment", Self.request + Self.names, identity + requestValues + nameValues),
            insertion(into: "progress", ["number", "environment", "id"] + Self.progress, identity + progressValues),
        ]
    }

    private func insertion(into table: String, _ columns: [String], _ values: [Value]) -> Statement {
        let places = Statement.places(columns.count)
        return Statement("INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))", values)
    }

    private static let renaming = """
        UPDATE payment SET \(names.enumerated().map { "\($1) = $\($0 + 2)" }.joined(separator: ", ")) WHERE number = $1
        """

    /// Writes what a payment is called by now.
    var renaming: Statement { Statement(Self.renaming, [.integer(number)] + nameValues) }

    private static let update = """
        UPDATE progress SET \(progress.map { "\($0) = new.\($0)" }.joined(separator: ", "))
        FROM unnest(\(Statement.places(1 + progress.count))) AS new(number, \(progress.joined(separator: ", ")))
        WHERE progress.number = new.number
        """

    /// Writes what became of payments.
    ///
    /// - Parameter rows: The payments as they are now, each once.
    /// - Returns: The statement; none for no payment.
    static func update(_ rows: [PaymentRow]) -> Statement? {
        guard let first = rows.first else { return nil }
        return Statement(update, rows: rows.map(\.update), like: first.update)
    }

    private var update: [Value] { [.integer(number)] + progressValues }

    private var requestValues: [Value] {
        let request = payment.request
        return [
            .name(request.kind), .integer(request.amount.minorUnits), .text(request.amount.currency.code),
            .outside(request.reference.rawValue), .outside(request.method?.rawValue), .text(request.payee?.digits),
            .text(request.account?.rawValue), .integer(request.expiresIn?.components.seconds),
            .text(request.returnURLs.success?.text), .text(request.returnURLs.failure?.text),
            .text(request.returnURLs.cancel?.text), .text(request.returnURLs.expired?.text),
            .outside(request.key.rawValue), .boolean(request.idempotencyKey != nil), .time(payment.recordedAt),
        ]
    }

    private var nameValues: [Value] {
        [
            .outside(payment.providerReference), .text(payment.account.rawValue), .text(payment.adapter),
            .outside(payment.providerPaymentID),
        ]
    }

    private var progressValues: [Value] {
        [
            .name(payment.creation), .integer(Int64(payment.fence)), .time(payment.leasedUntil),
            .outside(payment.transactionID), .outside(payment.method?.rawValue),
            .text(NextActionDocument.text(of: payment.offeredAction)), .time(payment.expiresAt),
            .integer(Int64(payment.lifecycle.claims.rawValue)), .boolean(payment.lifecycle.hasAnnouncedSuccess),
            .name(payment.status), .integer(Int64(payment.sequence)), .time(payment.updatedAt),
            .time(payment.nextQueryAt), .integer(Int64(payment.queriesWithoutNews)),
        ]
    }
}
