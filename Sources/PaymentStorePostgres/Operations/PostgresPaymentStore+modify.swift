public import PaymentGateway
public import PaymentIntents

extension PostgresPaymentStore {
    /// See `PaymentStore.modify(_:_:)`.
    public func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await write { ledger in
            let environment = ledger.environment
            let rows = try ledger.run([PaymentKey.id(id).query(in: environment, isLocked: true)]).last
            guard let row = try rows?.first({ try PaymentRow(&$0, environment: environment) }) else { return nil }
            guard let change = change(row.payment) else { return ModifyOutcome(row.payment, isChanged: false) }
            let now = change.entry?.at ?? change.payment.updatedAt
            return ModifyOutcome(try ledger.write(change, over: row, at: now).payment, isChanged: true)
        }
    }
}
