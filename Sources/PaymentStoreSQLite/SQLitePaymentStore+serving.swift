import GRDB
public import PaymentGateway

extension SQLitePaymentStore {
    /// See `PaymentStore.beginServing()`.
    public func beginServing() async throws(StoreError) {
        guard try serviceLock.take() else {
            throw StoreError(.alreadyServed, "another process does the background work on this store")
        }
    }

    /// Makes sure that the store can be read and written, by writing: a full disk lets everything else through.
    public func check() async throws(StoreError) {
        try await write { ledger in
            try ledger.database.execute(sql: "UPDATE probe SET writes = writes + 1 WHERE number = 1")
        }
    }

    /// See `PaymentStore.close()`.
    public func close() async {
        await connection.close()
        serviceLock.release()
    }
}
