import GRDB
import PaymentGateway
import PaymentIntents

/// A payment and its number in this file.
struct PaymentRow {
    /// The number that other rows refer to it by.
    let number: Int64

    /// The payment.
    let payment: Payment
}

extension PaymentRow {
    /// The columns that ``init(_:environment:)`` reads, in its order.
    static let columns = """
        payment.number, payment.id, kind, amount, currency, reference, requested_method, payee, requested_account, \
        expires_in, success_url, failure_url, cancel_url, expired_url, idempotency_key, is_key_chosen, recorded_at, \
        provider_reference, account, adapter, provider_payment_id, offered_action, creation, fence, leased_until, \
        transaction_id, method, expires_at, claims, is_success_announced, sequence, updated_at, next_query_at, \
        queries_without_news
        """

    /// Where ``columns`` come from.
    static let tables = "payment JOIN progress ON progress.number = payment.number"

    /// Reads a row.
    ///
    /// - Parameters:
    ///   - reader: A row of ``columns``.
    ///   - environment: The environment that the row was looked up in.
    /// - Throws: `StoreError` with code `incompatible`.
    init(_ reader: inout RowReader, environment: PaymentEnvironment) throws {
        number = try reader.required()
        let id = try RowReader.known(PaymentID(try reader.required()))
        let request = try PaymentRequest(reading: &reader)
        let recordedAt = try reader.requiredTime()
        let providerReference: String = try RowReader.known(reader.text())
        let account = try RowReader.known(AccountName(try reader.required()))
        var payment = Payment(
            id: id,
            environment: environment,
            request: request,
            account: account,
            adapter: try reader.required(),
            at: recordedAt,
            leasedUntil: recordedAt
        )
        payment.providerReference = providerReference
        payment.providerPaymentID = reader.text()
        payment.offeredAction = try NextActionDocument.action(in: reader.next())
        payment.creation = try reader.name()
        payment.fence = try reader.required()
        payment.leasedUntil = reader.time()
        payment.transactionID = reader.text()
        payment.method = reader.text().map(PaymentMethod.init(rawValue:))
        payment.expiresAt = reader.time()
        let claims: Int64 = try reader.required()
        payment.lifecycle = Lifecycle(
            claims: ClaimSet(rawValue: try RowReader.known(UInt16(exactly: claims))),
            hasAnnouncedSuccess: try reader.required()
        )
        payment.sequence = try reader.required()
        payment.updatedAt = try reader.requiredTime()
        payment.nextQueryAt = reader.time()
        payment.queriesWithoutNews = try reader.required()
        self.payment = payment
    }
}

extension PaymentRequest {
    /// Reads the columns from the kind to the idempotency key.
    fileprivate init(reading reader: inout RowReader) throws {
        let kind: PaymentKind = try reader.name()
        let minorUnits: Int64 = try reader.required()
        let currency = try RowReader.known(Currency(code: try reader.required()))
        self.init(
            kind: kind,
            amount: try RowReader.known(Money(minorUnits: minorUnits, currency: currency)),
            reference: try RowReader.known(MerchantReference(try RowReader.known(reader.text())))
        )
        method = reader.text().map(PaymentMethod.init(rawValue:))
        payee = try reader.next(String.self).map { try RowReader.known(MSISDN($0)) }
        account = try reader.next(String.self).map { try RowReader.known(AccountName($0)) }
        expiresIn = reader.next(Int64.self).map(Duration.seconds)
        returnURLs.success = try reader.next(String.self).map { try RowReader.known(WebURL($0)) }
        returnURLs.failure = try reader.next(String.self).map { try RowReader.known(WebURL($0)) }
        returnURLs.cancel = try reader.next(String.self).map { try RowReader.known(WebURL($0)) }
        returnURLs.expired = try reader.next(String.self).map { try RowReader.known(WebURL($0)) }
        let key: String = try RowReader.known(reader.text())
        guard try reader.required(Bool.self) else { return }
        // One that was made of a reference may hold more than a chosen one.
        idempotencyKey = try RowReader.known(IdempotencyKey(key) ?? MerchantReference(key).map(IdempotencyKey.init))
    }
}
