import PaymentGateway
import PaymentIntents

/// A payment and its number in this database.
struct PaymentRow {
    /// The number that other rows refer to it by.
    let number: Int64

    /// The payment.
    var payment: Payment
}

extension PaymentRow {
    /// Asks for what ``init(_:environment:)`` reads, in its order, of both rows of a payment.
    static let query = "SELECT \(columns) FROM payment JOIN progress ON progress.number = payment.number"

    private static let columns = [
        "payment": [
            "number", "id", "kind", "amount", "currency", "reference", "requested_method", "payee", "requested_account",
            "expires_in", "success_url", "failure_url", "cancel_url", "expired_url", "idempotency_key", "is_key_chosen",
            "recorded_at", "provider_reference", "account", "adapter", "provider_payment_id",
        ],
        "progress": [
            "creation", "fence", "leased_until", "transaction_id", "method", "offered_action", "expires_at", "claims",
            "is_success_announced", "sequence", "updated_at", "next_query_at", "queries_without_news",
        ],
    ]
    .sorted { $0.key < $1.key }
    .flatMap { table, columns in columns.map { "\(table).\($0)" } }
    .joined(separator: ", ")

    /// Reads a row.
    ///
    /// - Parameters:
    ///   - reader: A row of ``query``.
    ///   - environment: The environment that the row was looked up in.
    /// - Throws: `StoreError` with code `incompatible`.
    init(_ reader: inout RowReader, environment: PaymentEnvironment) throws {
        number = try reader.required()
        let id = try RowReader.known(PaymentID(try reader.requiredString()))
        let request = try PaymentRequest(reading: &reader)
        let recordedAt = try reader.requiredTime()
        let providerReference = try reader.requiredText()
        let account = try RowReader.known(AccountName(try reader.requiredString()))
        var payment = Payment(
            id: id,
            environment: environment,
            request: request,
            account: account,
            adapter: try reader.requiredString(),
            at: recordedAt,
            leasedUntil: recordedAt
        )
        payment.providerReference = providerReference
        payment.providerPaymentID = try reader.text()
        payment.creation = try reader.name()
        payment.fence = try reader.required()
        payment.leasedUntil = try reader.time()
        payment.transactionID = try reader.text()
        payment.method = try reader.text().map(PaymentMethod.init(rawValue:))
        payment.offeredAction = try NextActionDocument.action(in: try reader.string())
        payment.expiresAt = try reader.time()
        payment.lifecycle = Lifecycle(
            claims: ClaimSet(rawValue: try reader.required()),
            hasAnnouncedSuccess: try reader.boolean()
        )
        payment.sequence = try reader.required()
        payment.updatedAt = try reader.requiredTime()
        payment.nextQueryAt = try reader.time()
        payment.queriesWithoutNews = try reader.required()
        self.payment = payment
    }
}

extension PaymentRequest {
    /// Reads the columns from the kind to the idempotency key.
    fileprivate init(reading reader: inout RowReader) throws {
        let kind: PaymentKind = try reader.name()
        let minorUnits: Int64 = try reader.required()
        let currency = try RowReader.known(Currency(code: try reader.requiredString()))
        self.init(
            kind: kind,
            amount: try RowReader.known(Money(minorUnits: minorUnits, currency: currency)),
            reference: try RowReader.known(MerchantReference(try reader.requiredText()))
        )
        method = try reader.text().map(PaymentMethod.init(rawValue:))
        payee = try reader.string().map { try RowReader.known(MSISDN($0)) }
        account = try reader.string().map { try RowReader.known(AccountName($0)) }
        expiresIn = try reader.integer().map(Duration.seconds)
        returnURLs.success = try reader.string().map { try RowReader.known(WebURL($0)) }
        returnURLs.failure = try reader.string().map { try RowReader.known(WebURL($0)) }
        returnURLs.cancel = try reader.string().map { try RowReader.known(WebURL($0)) }
        returnURLs.expired = try reader.string().map { try RowReader.known(WebURL($0)) }
        let key = try reader.requiredText()
        guard try reader.boolean() else { return }
        // One that was made of a reference may hold more than a chosen one.
        idempotencyKey = try RowReader.known(IdempotencyKey(key) ?? MerchantReference(key).map(IdempotencyKey.init))
    }
}
