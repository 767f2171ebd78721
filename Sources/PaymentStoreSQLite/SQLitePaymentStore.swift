public import PaymentGateway
public import PaymentIntents

/// Payments in one SQLite file: the embedded store, for one machine.
///
/// Several processes may have the same file open. What they write is serialised by SQLite; only one of them does the
/// background work, see ``beginServing()``. Payments of the other environment may lie in the same file and are never
/// seen.
///
/// ## Durability
///
/// The file is kept with a rollback journal (`journal_mode=PERSIST`, `synchronous=EXTRA`), and not with a write-ahead
/// log. SQLite before 3.51.3, and Debian 12 ships 3.40.1, can corrupt a file in WAL mode when two connections write and
/// checkpoint at once; a rollback journal has no checkpoint. A lock of ours around every write would close that hole
/// for our own processes only, and not for the merchant's `sqlite3` or backup beside them.
///
/// A log would pay only where nothing waits. Callbacks a second, each of another payment, with what they write and
/// every sync to disk (release build, SQLite 3.40.1, ext4 on a virtual disk, two cores; runs differ by a fifth):
///
/// | callbacks a transaction | 1 | 16 | 64 |
/// | --- | --- | --- | --- |
/// | `DELETE`, `EXTRA` | 720 | 2,910 | 3,520 |
/// | `TRUNCATE`, `EXTRA` | 840 | 2,790 | 3,440 |
/// | `PERSIST`, `EXTRA` | 750 | 2,940 | 3,970 |
/// | `WAL`, `FULL`, without the lock it would need | 1,570 | 3,330 | 2,710 |
///
/// In batches the pages that are touched cost more than the syncs: the log writes each of them twice as well.
/// `PERSIST` changes neither the journal's length nor its folder at a commit.
public final class SQLitePaymentStore: PaymentStore {
    /// The environment whose payments are seen.
    public let environment: PaymentEnvironment

    let connection: Connection
    let serviceLock: ServiceLock

    /// Opens a store, and makes its file when there is none.
    ///
    /// - Parameters:
    ///   - path: The file. It is made readable for its owner alone.
    ///   - environment: The environment whose payments are seen.
    /// - Throws: `StoreError`: out of reach, busy, or not a store that this version can keep.
    public convenience init(path: String, environment: PaymentEnvironment) throws(StoreError) {
        try self.init(path: path, environment: environment, patience: .seconds(5))
    }

    /// Opens a store that waits for others for a time of one's choice.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - environment: The environment whose payments are seen.
    ///   - patience: How long a call may wait, for its turn in this process and for other processes together.
    /// - Throws: `StoreError`.
    init(path: String, environment: PaymentEnvironment, patience: Duration) throws(StoreError) {
        let file = try StoreFile(path: path)
        self.environment = environment
        connection = try Connection(to: file, patience: patience)
        serviceLock = ServiceLock(path: "\(file.path).\(environment.rawValue).lock")
    }

    /// Does work in one transaction that writes.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Ledger) throws -> Value
    ) async throws(StoreError) -> Value {
        let environment = environment
        return try await connection.write { database in
            try work(Ledger(database: database, environment: environment))
        }
    }

    /// Does work in one transaction that only reads.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Ledger) throws -> Value
    ) async throws(StoreError) -> Value {
        let environment = environment
        return try await connection.read { database in
            try work(Ledger(database: database, environment: environment))
        }
    }
}
