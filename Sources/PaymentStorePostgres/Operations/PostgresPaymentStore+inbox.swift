public import PaymentGateway
import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.inbox(matching:)`.
    public func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        guard filter.limit > 0 else { return [] }
        let values: [Value] = [.name(environment), .integer(filter.before ?? .max), .integer(Int64(filter.limit))]
        return try await read(Statement(Self.page(filter.state), values)) { rows in
            rows.readable { try InboxEntry(&$0) }
        }
    }

    /// See `PaymentStore.inboxEntry(_:)`.
    public func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? {
        let question = Statement("\(Self.columns) AND inbox.number = $2", [.name(environment), .integer(number)])
        return try await read(question) { rows in try rows.first { try InboxEntry(&$0) } }
    }

    private static let columns = """
        SELECT inbox.number, inbox.account, inbox.state, inbox.note, payment.id, inbox.received_at, inbox.copies,
            inbox.headers, inbox.body
        FROM inbox LEFT JOIN payment ON payment.number = inbox.payment
        WHERE inbox.environment = $1
        """

    /// What a person may have to look at is found along an index of nothing else; so is one of its states.
    private static func page(_ state: InboxState?) -> String {
        let isOpen = "inbox.state NOT IN ('absorbed', 'challenge')"
        let condition =
            switch state {
            case nil: isOpen
            case let state? where state.isSettled: "inbox.state = '\(state.rawValue)'"
            case let state?: "\(isOpen) AND inbox.state = '\(state.rawValue)'"
            }
        return "\(columns) AND inbox.number < $2 AND \(condition) ORDER BY inbox.number DESC LIMIT $3"
    }
}

extension InboxEntry {
    fileprivate init(_ reader: inout RowReader) throws {
        let number: Int64 = try reader.required()
        let account = try RowReader.known(AccountName(try reader.requiredString()))
        let state: InboxState = try reader.name()
        let note = try reader.text()
        let paymentID = try reader.string().map { try RowReader.known(PaymentID($0)) }
        let receivedAt = try reader.requiredTime()
        let copies: Int = try reader.required()
        let headers = try HeaderDocument.headers(in: try reader.requiredString())
        let body = try reader.bytes()
        self.init(
            number: number,
            account: account,
            state: state,
            note: note,
            paymentID: paymentID,
            receivedAt: receivedAt,
            copies: copies,
            callback: Callback(headers: headers, body: body)
        )
    }
}
