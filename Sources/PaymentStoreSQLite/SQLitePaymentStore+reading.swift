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
            try ledger.row(where: "kind = ? AND idempotency_key = ?", [kind.rawValue, key])?.payment
        }
    }

    /// See `PaymentStore.payments(matching:)`.
    public func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        guard filter.limit > 0 else { return [] }
        let query = PaymentQuery(filter, environment: environment)
        return try await read { ledger in
            let statement = try ledger.database.cachedStatement(sql: query.sql)
            return try Row.fetchAll(statement, arguments: query.arguments)
                .map { row in
                    try PaymentRow(row, environment: ledger.environment).payment
                }
        }
    }

    /// See `PaymentStore.history(of:)`.
    public func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await read { ledger in
            let statement = try ledger.database.cachedStatement(sql: HistoryRow.all)
            let arguments: StatementArguments = [ledger.environment.rawValue, id.rawValue]
            return try Row.fetchAll(statement, arguments: arguments).map { try HistoryRow.entry(in: $0) }
        }
    }
}
