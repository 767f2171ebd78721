public import PaymentGateway
import Synchronization

extension PostgresPaymentStore {
    /// Does nothing: any number of instances may do the background work.
    public func beginServing() async throws(StoreError) {}

    /// Makes sure that the store can be read and written, by writing, and that the server still keeps what it acknowledges.
    public func check() async throws(StoreError) {
        try await write { ledger in
            let probe = Statement("UPDATE probe SET writes = writes + 1 WHERE number = 1")
            if let settings = try ledger.commit([probe, ServerSettings.query]).last {
                try ServerSettings.check(settings)
            }
        }
    }

    /// See `PaymentStore.close()`.
    public func close() async {
        await listener.withLock { $0 }?.close()
        await announcer.finish()
        await pool.close()
    }
}
