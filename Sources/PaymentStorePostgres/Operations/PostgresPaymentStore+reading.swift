public import PaymentGateway
public import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.payment(_:)`.
    public func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        try await payment(PaymentKey.id(id))
    }

    /// See `PaymentStore.payment(holding:kind:)`.
    public func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        try await payment(PaymentKey.idempotencyKey(kind, key.rawValue))
    }

    /// See `PaymentStore.payments(matching:)`.
    public func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        guard filter.limit > 0 else { return [] }
        let environment = environment
        return try await read(Statement(filter, in: environment)) { rows in
            rows.readable { try PaymentRow(&$0, environment: environment).payment }
        }
    }

    private func payment(_ key: PaymentKey) async throws(StoreError) -> Payment? {
        let environment = environment
        return try await read(key.query(in: environment)) { rows in
            try rows.first { try PaymentRow(&$0, environment: environment).payment }
        }
    }

    /// See `PaymentStore.history(of:)`.
    public func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await read(HistoryRow.all(of: id, in: environment)) { rows in try rows.all { try HistoryRow.entry(in: &$0) }
        }
    }
}

extension Statement {
    /// The query of a list: by key, newest first, each combination of filters along an index. What the other table says is
    /// looked up row by row, and the array is for the planner: it knows nothing of the limit in advance, and would join all
    /// payments.
    fileprivate init(_ filter: PaymentFilter, in environment: PaymentEnvironment) {
        let isByStatus = filter.status != nil && filter.reference == nil
        let (table, other) = isByStatus ? ("progress", "payment") : ("payment", "progress")
        func column(_ name: String, of owner: String) -> String {
            owner == table ? name : "(SELECT \(name) FROM \(other) WHERE \(other).number = \(table).number)"
        }
        let wanted: [(condition: String, value: Value?)] = [
            ("environment =", .name(environment)),
            ("\(column("status", of: "progress")) =", filter.status.map { .name($0) }),
            ("\(column("account", of: "payment")) =", filter.account.map { .text($0.rawValue) }),
            ("reference =", filter.reference.map { .outside($0) }),
            ("id <", filter.after.map { .text($0.rawValue) }),
        ]
        var (conditions, values): ([String], [Value]) = ([], [])
        for case (let condition, let value?) in wanted {
            values.append(value)
            conditions.append("\(condition) $\(values.count)")
        }
        self.init(
            """
            \(PaymentRow.query) WHERE payment.number = ANY (ARRAY(
                SELECT number FROM \(table) WHERE \(conditions.joined(separator: " AND "))
                ORDER BY id DESC LIMIT $\(values.count + 1)
            ))
            ORDER BY payment.id DESC
            """,
            values + [.integer(Int64(filter.limit))]
        )
    }
}
