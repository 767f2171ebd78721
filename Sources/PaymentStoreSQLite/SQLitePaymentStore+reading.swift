import GRDB
public import PaymentGateway
public import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.payment(_:)`.
    public func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        try await read { ledger in try ledger.row(of: id)?.payment }
    }

    /// See `PaymentStore.payment(holding:kind:)`.
    public func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        let key = StoredText(key.rawValue).stored
        return try await read { ledger in
            try ledger.row(.idempotencyKey, [kind.rawValue, key])?.payment
        }
    }

    /// See `PaymentStore.payments(matching:)`.
    public func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        guard filter.limit > 0 else { return [] }
        let query = PaymentQuery(filter, environment: environment)
        return try await read { ledger in
            var statement = try StatementWriter(query.sql, in: ledger)
            for value in query.values { statement.bind(value) }
            statement.bind(query.limit)
            let rows = try statement.all { row in try? PaymentRow(&row, environment: ledger.environment).payment }
            return rows.compactMap(\.self)
        }
    }

    /// See `PaymentStore.history(of:)`.
    public func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await read { ledger in
            var statement = try StatementWriter(HistoryRow.all, in: ledger)
            statement.bind(ledger.environment)
            statement.bind(id.rawValue)
            return try statement.all { row in try HistoryRow.entry(in: &row) }
        }
    }
}
