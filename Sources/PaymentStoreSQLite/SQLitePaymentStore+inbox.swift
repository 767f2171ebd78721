public import Foundation
import GRDB
public import PaymentGateway
import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.inbox(matching:)`.
    public func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        guard filter.limit > 0 else { return [] }
        return try await read { ledger in
            var statement = try StatementWriter(Self.page(filter.state), in: ledger)
            statement.bind(ledger.environment)
            statement.bind(filter.before ?? .max)
            statement.bind(filter.limit)
            return try statement.all { row in try? InboxEntry(&row) }.compactMap(\.self)
        }
    }

    /// See `PaymentStore.inboxEntry(_:)`.
    public func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? {
        try await read { ledger in
            var statement = try StatementWriter("\(Self.columns) AND inbox.number = ?", in: ledger)
            statement.bind(ledger.environment)
            statement.bind(number)
            return try statement.one { row in try InboxEntry(&row) }
        }
    }

    /// See `PaymentStore.forgetCallbacks(before:limit:)`. Callbacks are numbered in the order in which they came, so the
    /// work goes on where it ended.
    public func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        guard limit > 0 else { return false }
        return try await write { ledger in
            var next = try StatementWriter(Self.next, in: ledger)
            next.bind(ledger.environment)
            next.bind(limit)
            let rows: [(number: Int64, environment: String, receivedAt: Date)] = try next.all { row in
                (try row.required(), try row.required(), try row.requiredTime())
            }
            let own = ledger.environment.rawValue
            let old = rows.prefix { $0.environment != own || $0.receivedAt < time }
            guard let last = old.last?.number else { return false }
            // What is overwritten here leaves nothing behind in the page.
            try ledger.database.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? ledger.database.execute(sql: "PRAGMA secure_delete = OFF") }
            for row in old where row.environment == own {
                var forget = try StatementWriter(Self.forgetting, in: ledger)
                forget.bind(row.number)
                try forget.execute()
            }
            var mark = try StatementWriter(
                "UPDATE retention SET forgotten = ? WHERE environment = ?",
                in: ledger
            )
            mark.bind(last)
            mark.bind(ledger.environment)
            try mark.execute()
            return old.count == limit
        }
    }

    /// Along the numbers and no index: the first young one ends it.
    private static let next = """
        SELECT number, environment, received_at FROM inbox NOT INDEXED
        WHERE number > (SELECT forgotten FROM retention WHERE environment = ?)
        ORDER BY number LIMIT ?
        """

    private static let forgetting = """
        UPDATE inbox SET headers = '[]', body = X'' WHERE number = ? AND state IN ('absorbed', 'challenge')
        """

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
