import CSQLite
import Dispatch
import GRDB
import PaymentGateway
import Synchronization

/// The one connection of a store, on a thread of its own: the cooperative threads never wait for the disk.
///
/// Calls take their turn. A call that is cancelled goes on to its end: half of it would be of no use to anybody.
///
/// Whatever writes the file or its log has the lock beside it: opening, every transaction that writes, every checkpoint,
/// and closing, which is a checkpoint too when it is the last one. ``SQLitePaymentStore`` says why.
final class Connection: Sendable {
    /// Runs tasks on the connection's thread, between two calls.
    let executor: QueueExecutor

    private let queue: DatabaseQueue
    private let lock: FileLock
    private let patience: Patience
    private let wait: Duration
    private let file: StoreFile
    private let identity: StoreFile.Identity?
    private let log = LogLength()
    private let isOpen = Mutex(true)

    /// Those that could not be closed under the lock. Without it, closing might damage the file; open, they cannot.
    private static let abandoned = Mutex<[DatabaseQueue]>([])

    /// Opens the file, sets the connection up, and brings the schema up to date.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - wait: How long a call may wait, for its turn and for other processes together.
    /// - Throws: `StoreError`.
    init(to file: StoreFile, patience wait: Duration) throws(StoreError) {
        let patience = Patience()
        patience.lasts(until: .now + wait)
        let lock = FileLock(path: "\(file.path)-lock")
        try patience.take(lock)
        defer { lock.release() }
        do {
            queue = try Self.queue(for: file, patience)
        } catch {
            throw StoreError(of: error)
        }
        executor = QueueExecutor(queue)
        self.lock = lock
        self.patience = patience
        self.wait = wait
        self.file = file
        identity = StoreFile.Identity(path: file.path)
    }

    deinit {
        guard isOpen.withLock({ $0 }) else { return }
        // Not here: whoever lets go last may be a call on the connection's own thread.
        DispatchQueue.global()
            .async { [queue, lock, patience, wait] in
                let isLocked = queue.inDatabase { _ in Self.take(lock, patience, wait) }
                Self.finish(queue, lock, isLocked: isLocked)
            }
    }

    /// Does work in a transaction that writes: all of it is durable, or nothing is there.
    ///
    /// - Parameter work: The work. It may fail, and then nothing of it is there.
    /// - Returns: What the work gave.
    /// - Throws: `StoreError`.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await perform { [lock, log, patience, file, identity] database, answer in
            do throws(StoreError) {
                try patience.take(lock)
            } catch {
                return answer(.failure(error))
            }
            defer { lock.release() }
            // What is committed to a file without a name is gone with this process.
            guard StoreFile.Identity(path: file.path) == identity else {
                return answer(.failure(StoreError(.unavailable, "the store's file has been taken away or replaced")))
            }
            var rows: Int?
            let result = Self.transact(.immediate, on: database) { database in
                let before = database.totalChangesCount
                defer { rows = database.totalChangesCount - before }
                return try work(database)
            }
            answer(result)
            // Nobody waits for this. What is committed is durable in the log: should it fail, the next one does it.
            if let rows, log.isLong(afterRows: rows) { _ = try? database.checkpoint(.passive) }
        }
    }

    /// Does work in a transaction that reads: it sees one state.
    ///
    /// - Parameter work: The work.
    /// - Returns: What the work gave.
    /// - Throws: `StoreError`.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await perform { database, answer in answer(Self.transact(.deferred, on: database, work)) }
    }

    /// Waits for what is under way, and lets the file go.
    func close() async {
        let wasOpen = isOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        guard wasOpen else { return }
        let isLocked = await withCheckedContinuation { done in
            queue.asyncWriteWithoutTransaction { [lock, patience, wait] _ in
                done.resume(returning: Self.take(lock, patience, wait))
            }
        }
        Self.finish(queue, lock, isLocked: isLocked)
    }

    /// On the connection's own thread, so that no call which has the lock gives it back afterwards.
    private static func take(_ lock: FileLock, _ patience: Patience, _ wait: Duration) -> Bool {
        patience.lasts(until: .now + wait)
        return (try? patience.take(lock)) != nil
    }

    private static func finish(_ queue: DatabaseQueue, _ lock: FileLock, isLocked: Bool) {
        guard isLocked else { return abandoned.withLock { $0.append(queue) } }
        try? queue.close()
        lock.release()
    }

    /// Gives each call its turn and the time it may take.
    private func perform<Value: Sendable>(
        _ call: @escaping @Sendable (Database, (Result<Value, StoreError>) -> Void) -> Void
    ) async throws(StoreError) -> Value {
        let deadline = ContinuousClock.now + wait
        let result: Result<Value, StoreError> = await withCheckedContinuation { done in
            queue.asyncWriteWithoutTransaction { [self, patience] database in
                // Once it is being closed, nothing may give back the lock that the closing has taken.
                guard isOpen.withLock({ $0 }) else {
                    return done.resume(returning: .failure(StoreError(.unavailable, "the store is closed")))
                }
                guard ContinuousClock.now < deadline else {
                    return done.resume(returning: .failure(StoreError(.busy, "others wait for the store already")))
                }
                patience.lasts(until: deadline)
                call(database) { done.resume(returning: $0) }
            }
        }
        return try result.get()
    }

    /// SQLite counts each piece of memory under one lock for the whole process, some 80 times a callback, for statistics
    /// that nobody asks for. It can be told so before its first use only; if somebody has used it, it goes on counting.
    private static let countsNoMemory: Void = { _ = sqlite_without_memory_statistics() }()

    private static func queue(for file: StoreFile, _ patience: Patience) throws -> DatabaseQueue {
        _ = countsNoMemory
        var configuration = Configuration()
        configuration.label = "PaymentStoreSQLite"
        // GRDB ends the process when a transaction is left open. One whose rollback failed is rolled back again instead.
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .callback { _ in patience.waits() }
        configuration.prepareDatabase { database in
            for pragma in Pragma.all { try pragma.set(on: database) }
        }
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        do {
            try Schema.migrate(queue)
            try queue.inDatabase { database in
                for pragma in Pragma.all { try pragma.verify(on: database) }
                // A file that can only be read is noticed here, and not by the first callback.
                try database.inTransaction(.immediate) { .rollback }
            }
        } catch {
            try? queue.close()
            throw error
        }
        return queue
    }

    private static func transact<Value>(
        _ kind: Database.TransactionKind,
        on database: Database,
        _ work: (Database) throws -> Value
    ) -> Result<Value, StoreError> {
        do {
            var value: Value?
            if database.isInsideTransaction { try database.rollback() }
            try database.inTransaction(kind) {
                value = try work(database)
                return .commit
            }
            guard let value else { throw StoreError(.unavailable, "the transaction was given up") }
            return .success(value)
        } catch {
            return .failure(StoreError(of: error))
        }
    }
}
