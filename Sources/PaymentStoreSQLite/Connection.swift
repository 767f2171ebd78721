import GRDB
import PaymentGateway

/// The one connection of a store, on a thread of its own: the cooperative threads never wait for the disk.
///
/// Calls take their turn. A call that is cancelled goes on to its end: half of it would be of no use to anybody.
final class Connection: Sendable {
    private let queue: DatabaseQueue
    private let patience: Patience
    private let wait: Duration

    /// Opens the file, sets the connection up, and brings the schema up to date.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - wait: How long a call may wait, for its turn and for other processes together.
    /// - Throws: `StoreError`.
    init(to file: StoreFile, patience wait: Duration) throws(StoreError) {
        let patience = Patience()
        patience.lasts(until: .now + wait)
        var configuration = Configuration()
        configuration.label = "PaymentStoreSQLite"
        // GRDB ends the process when a transaction is left open. One whose rollback failed is rolled back again instead.
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .callback { _ in patience.waits() }
        configuration.prepareDatabase { database in
            for pragma in Pragma.all { try pragma.set(on: database) }
        }
        do {
            queue = try DatabaseQueue(path: file.path, configuration: configuration)
            try Schema.migrate(queue)
            try queue.inDatabase { database in
                for pragma in Pragma.all { try pragma.verify(on: database) }
                // A file that can only be read is noticed here, and not by the first callback.
                try database.inTransaction(.immediate) { .rollback }
            }
        } catch {
            throw StoreError(of: error)
        }
        self.patience = patience
        self.wait = wait
    }

    /// Does work in a transaction that writes: all of it is durable, or nothing is there.
    ///
    /// - Parameter work: The work. It may fail, and then nothing of it is there.
    /// - Returns: What the work gave.
    /// - Throws: `StoreError`.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await transact(.immediate, work)
    }

    /// Does work in a transaction that reads: it sees one state.
    ///
    /// - Parameter work: The work.
    /// - Returns: What the work gave.
    /// - Throws: `StoreError`.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        try await transact(.deferred, work)
    }

    /// Waits for what is under way, and lets the file go.
    func close() async {
        await withCheckedContinuation { done in
            queue.asyncWriteWithoutTransaction { _ in done.resume() }
        }
        try? queue.close()
    }

    private func transact<Value: Sendable>(
        _ kind: Database.TransactionKind,
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let deadline = ContinuousClock.now + wait
        let result: Result<Value, StoreError> = await withCheckedContinuation { done in
            queue.asyncWriteWithoutTransaction { [patience] database in
                do throws(StoreError) {
                    guard ContinuousClock.now < deadline else {
                        throw StoreError(.busy, "others wait for the store already")
                    }
                    patience.lasts(until: deadline)
                    done.resume(returning: .success(try Self.transact(kind, on: database, work)))
                } catch {
                    done.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private static func transact<Value>(
        _ kind: Database.TransactionKind,
        on database: Database,
        _ work: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        do {
            var value: Value?
            if database.isInsideTransaction { try database.rollback() }
            try database.inTransaction(kind) {
                value = try work(database)
                return .commit
            }
            guard let value else { throw StoreError(.unavailable, "the transaction was given up") }
            return value
        } catch {
            throw StoreError(of: error)
        }
    }
}
