public import PaymentGateway
public import PaymentIntents

/// Payments in one SQLite file: the embedded store, for one machine.
///
/// The first store of a process turns SQLite's statistics of its memory off, for the whole process, unless SQLite was in
/// use before: `sqlite3_memory_used` and the limits of the heap say nothing then.
///
/// Several processes may have the same file open. What they write is serialised by SQLite; only one of them does the
/// background work, see ``beginServing()``. Payments of the other environment may lie in the same file and are never
/// seen.
///
/// ## Durability
///
/// The file is kept with a write-ahead log (`journal_mode=WAL`) and `synchronous=FULL`: when a call returns, SQLite has
/// appended its pages to the log and synced it, once a transaction, so the commit survives a power cut. The log's name
/// is synced as well: SQLite syncs the folder the first time it syncs a log that it may have made. A checkpoint copies
/// the log into the file and syncs the file before the log is written from its beginning again; a log that a power cut
/// leaves behind, whole or torn, is read when the file is opened next, as far as its checksums hold, and that is at
/// least up to the last commit that was synced.
///
/// SQLite before 3.51.3, and Debian 12 ships 3.40.1, can corrupt a file in WAL mode when two connections write or
/// checkpoint at the same moment. So whatever writes has a lock of the kernel's on the file `-lock` beside the database,
/// in this process and in all others: opening, every transaction that writes, every checkpoint and the closing of a
/// connection, which is a checkpoint when it is the last one. Automatic checkpoints, which know nothing of the lock, are
/// off. A connection that cannot get the lock when it closes is left open until the process ends: that harms nothing.
/// Readers take no lock. Other programs than this one, such as `sqlite3`, may read the file and back it up, and must not
/// write it; a copy of the file alone lacks what is in the log.
///
/// What a transaction writes for each callback, by callbacks a second (SQLite 3.40.1 driven from Python, ext4 without a
/// journal on a virtual disk, two cores, a checkpoint every 4,096 rows):
///
/// | callbacks a transaction | 1 | 16 | 64 | syncs a transaction |
/// | --- | --- | --- | --- | --- |
/// | `DELETE`, `EXTRA` | 650 | 8,770 | 18,870 | |
/// | `TRUNCATE`, `EXTRA` | 1,160 | 11,650 | 20,380 | |
/// | `PERSIST`, `EXTRA` | 650 | 8,560 | 14,280 | 5 |
/// | `WAL`, `FULL` | 4,200 | 16,760 | 29,800 | 1 |
public final class SQLitePaymentStore: PaymentStore {
    /// The environment whose payments are seen.
    public let environment: PaymentEnvironment

    /// The connection's own thread: the next batch is there when one is committed.
    public var feedingExecutor: (any TaskExecutor)? { connection.executor }

    let connection: Connection
    let serviceLock: FileLock

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
    package init(path: String, environment: PaymentEnvironment, patience: Duration) throws(StoreError) {
        let file = try StoreFile(path: path)
        self.environment = environment
        connection = try Connection(to: file, patience: patience)
        serviceLock = FileLock(path: "\(file.path).\(environment.rawValue).lock")
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
