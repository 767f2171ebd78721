import Foundation
import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.inbox(matching:)`.
    public func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        guard filter.limit > 0 else { return [] }
        return try await read { ledger in
            var statement = try StatementWriter(Self.page(filter.state), in: ledger.database)
            try statement.bind(ledger.environment)
            try statement.bind(filter.before ?? .max)
            try statement.bind(filter.limit)
            return try statement.all { row in try InboxEntry(&row) }
        }
    }

    /// See `PaymentStore.inboxEntry(_:)`.
    public func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? {
        try await read { ledger in
            var statement = try StatementWriter("\(Self.columns) AND inbox.number = ?", in: ledger.database)
            try statement.bind(ledger.environment)
            try statement.bind(number)
            return try statement.one { row in try InboxEntry(&row) }
        }
    }

    private static let columns = """
        SELECT inbox.number, inbox.account, inbox.state, inbox.note, payment.id, inbox.received_at, inbox.copies,
            inbox.headers, inbox.body
        FROM inbox LEFT JOIN payment ON payment.number = inbox.payment
        WHERE inbox.environment = ?
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
        return "\(columns) AND inbox.number < ? AND \(condition) ORDER BY inbox.number DESC LIMIT ?"
    }
}

extension InboxEntry {
    fileprivate init(_ reader: inout RowReader) throws {
        let number: Int64 = try reader.required()
        let account = try RowReader.known(AccountName(try reader.required()))
        let state: InboxState = try reader.name()
        let note = reader.text()
        let paymentID = try reader.next(String.self).map { try RowReader.known(PaymentID($0)) }
        let receivedAt = try reader.requiredTime()
        let copies: Int = try reader.required()
        let headers = try HeaderDocument.headers(in: try reader.required())
        let body: Data = try reader.required()
        self.init(
            number: number,
            account: account,
            state: state,
            note: note,
            paymentID: paymentID,
            receivedAt: receivedAt,
            copies: copies,
            callback: Callback(headers: headers, body: Array(body))
        )
    }
}
