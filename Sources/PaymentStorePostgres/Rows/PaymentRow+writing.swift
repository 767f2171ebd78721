import PaymentGateway
import PaymentIntents

extension PaymentRow {
    /// The columns of what was asked for, which never changes.
    private static let fixed = [
        "number", "environment", "id", "kind", "amount", "currency", "reference", "requested_method", "payee",
        "requested_account", "expires_in", "success_url", "failure_url", "cancel_url", "expired_url",
        "idempotency_key", "is_key_chosen", "recorded_at",
    ]

    /// The others. They are written together: PostgreSQL writes the whole row anew whatever is set, and looks itself which
    /// indexes that concerns.
    private static let changing = [
        "creation", "transaction_id", "claims", "is_success_announced", "sequence", "updated_at", "adapter", "fence",
        "leased_until", "method", "expires_at", "queries_without_news", "provider_reference", "account",
        "provider_payment_id", "status", "offered_action", "next_query_at",
    ]

    private static let insertion = """
        INSERT INTO payment (\((fixed + changing).joined(separator: ", ")))
        VALUES (\(Statement.places(fixed.count + changing.count)))
        """

    private static let update = """
        UPDATE payment SET \(changing.map { "\($0) = new.\($0)" }.joined(separator: ", "))
        FROM unnest(\(Statement.places(1 + changing.count))) AS new(number, \(changing.joined(separator: ", ")))
        WHERE payment.number = new.number
        """

    /// Writes a new payment.
    var insertion: Statement {
        let request = payment.request
        return Statement(
            Self.insertion,
            [
                .integer(number), .name(payment.environment), .text(payment.id.rawValue), .name(request.kind),
                .integer(request.amount.minorUnits), .text(request.amount.currency.code),
                .outside(request.reference.rawValue), .outside(request.method?.rawValue),
                .text(request.payee?.digits), .text(request.account?.rawValue),
                .integer(request.expiresIn?.components.seconds), .text(request.returnURLs.success?.text),
                .text(request.returnURLs.failure?.text), .text(request.returnURLs.cancel?.text),
                .text(request.returnURLs.expired?.text), .outside(request.key.rawValue),
                .boolean(request.idempotencyKey != nil), .time(payment.recordedAt),
            ] + changing
        )
    }

    /// Writes what became of payments.
    ///
    /// - Parameter rows: The payments as they are now, each once.
    /// - Returns: The statement; none for no payment.
    static func update(_ rows: [PaymentRow]) -> Statement? {
        guard let first = rows.first else { return nil }
        return Statement(update, rows: rows.map(\.update), like: first.update)
    }

    private var update: [Value] { [.integer(number)] + changing }

    private var changing: [Value] {
        [
            .name(payment.creation), .outside(payment.transactionID),
            .integer(Int64(payment.lifecycle.claims.rawValue)),
            .boolean(payment.lifecycle.hasAnnouncedSuccess), .integer(Int64(payment.sequence)),
            .time(payment.updatedAt), .text(payment.adapter), .integer(Int64(payment.fence)),
            .time(payment.leasedUntil), .outside(payment.method?.rawValue), .time(payment.expiresAt),
            .integer(Int64(payment.queriesWithoutNews)), .outside(payment.providerReference),
            .text(payment.account.rawValue), .outside(payment.providerPaymentID), .name(payment.status),
            .text(NextActionDocument.text(of: payment.offeredAction)), .time(payment.nextQueryAt),
        ]
    }
}
