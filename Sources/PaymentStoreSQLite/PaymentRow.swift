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
        account, adapter, provider_reference, provider_payment_id, offered_action, creation, fence, leased_until, \
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
        let number: Int64 = try reader.required()
        let id = try RowReader.known(PaymentID(try reader.required()))
        let request = try PaymentRequest(reading: &reader)
        let recordedAt = try reader.requiredTime()
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
        try payment.read(&reader)
        self.init(number: number, payment: payment)
    }
}

extension Payment {
    /// Reads the columns from the provider's reference on: what a payment is not recorded with.
    fileprivate mutating func read(_ reader: inout RowReader) throws {
        providerReference = try RowReader.known(reader.text())
        providerPaymentID = reader.text()
        offeredAction = try NextActionDocument.action(in: reader.next())
        creation = try reader.name()
        fence = try reader.required()
        leasedUntil = reader.time()
        transactionID = reader.text()
        method = reader.text().map(PaymentMethod.init(rawValue:))
        expiresAt = reader.time()
        let claims: Int64 = try reader.required()
        lifecycle = Lifecycle(
            claims: ClaimSet(rawValue: try RowReader.known(UInt16(exactly: claims))),
            hasAnnouncedSuccess: try reader.required()
        )
        sequence = try reader.required()
        updatedAt = try reader.requiredTime()
        nextQueryAt = reader.time()
        queriesWithoutNews = try reader.required()
    }
}

extension PaymentRequest {
    /// Reads the columns from the kind to the idempotency key.
    fileprivate init(reading reader: inout RowReader) throws {
        let kind: PaymentKind = try reader.name()
        let minorUnits: Int64 = try reader.required()
        let currency = try RowReader.known(Currency(code: try reader.required()))
        let reference = try RowReader.known(MerchantReference(try RowReader.known(reader.text())))
        let method = reader.text().map(PaymentMethod.init(rawValue:))
        let payee = try reader.next(String.self).map { try RowReader.known(MSISDN($0)) }
        let account = try reader.next(String.self).map { try RowReader.known(AccountName($0)) }
        let expiresIn = reader.next(Int64.self).map(Duration.seconds)
        let returnURLs = ReturnURLs(
            success: try reader.url(),
            failure: try reader.url(),
            cancel: try reader.url(),
            expired: try reader.url()
        )
        let key: String = try RowReader.known(reader.text())
        let isKeyChosen: Bool = try reader.required()
        self.init(
            kind: kind,
            amount: try RowReader.known(Money(minorUnits: minorUnits, currency: currency)),
            reference: reference,
            method: method,
            payee: payee,
            account: account,
            expiresIn: expiresIn,
            returnURLs: returnURLs,
            idempotencyKey: isKeyChosen ? try RowReader.known(IdempotencyKey(stored: key)) : nil
        )
    }
}

extension IdempotencyKey {
    /// One that was made of a reference may hold more than a chosen one.
    fileprivate init?(stored text: String) {
        guard let key = Self(text) ?? MerchantReference(text).map(Self.init) else { return nil }
        self = key
    }
}

extension RowReader {
    fileprivate mutating func url() throws -> WebURL? {
        try next(String.self).map { try Self.known(WebURL($0)) }
    }
}
