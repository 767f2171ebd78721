import GRDB
public import PaymentGateway
public import PaymentIntents

extension SQLitePaymentStore {
    /// See `PaymentStore.modify(_:_:)`.
    public func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await write { ledger in
            guard let row = try ledger.row(of: id) else { return nil }
            guard let change = change(row.payment) else { return ModifyOutcome(row.payment, isChanged: false) }
            let now = change.entry?.at ?? change.payment.updatedAt
            let matched = try ledger.write(change, over: row, at: now)
            return ModifyOutcome(matched?.payment ?? change.payment.asStored, isChanged: true)
        }
    }
}
