public import PaymentGateway
public import PaymentIntents
import Synchronization

/// Payments in a PostgreSQL database: the store for several instances.
///
/// Every instance takes callbacks and does the background work; row locks, leases and fences keep them apart. Payments of
/// the other environment may lie in the same tables and are never seen. The tables are in the schema `payments`, which is
/// made when it is not there; where it is current the role needs `USAGE` on it and on its sequences, and `SELECT`, `INSERT`
/// and `UPDATE` on its tables.
///
/// A server that may lose what it has acknowledged is refused: `fsync`, `full_page_writes` and `synchronous_commit` must not
/// be off. Prepared statements and settings belong to a connection, so a pooler in front of the server has to work by
/// session.
///
/// The URL is libpq's: `sslmode`, `sslrootcert`, several hosts with `target_session_attrs=read-write`, and the rest.
public final class PostgresPaymentStore: PaymentStore {
    /// The environment whose payments are seen.
    public let environment: PaymentEnvironment

    let pool: SessionPool
    let announcer: ChangeAnnouncer

    /// There is one when somebody has asked for the signal.
    let listener = Mutex<ChangeListener?>(nil)

    let url: String

    /// Where changes are announced. Each schema has its own.
    let channel: String

    /// Opens a store, and makes its tables when there are none.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/database?sslmode=verify-full`
    ///   - environment: The environment whose payments are seen.
    /// - Throws: `StoreError`: out of reach, not durable, or tables that this version cannot keep.
    public convenience init(url: String, environment: PaymentEnvironment) async throws(StoreError) {
        try await self.init(url: url, environment: environment, schema: Schema.name, limits: Limits())
    }

    /// Opens a store in a schema, and with limits, of one's choice.
    ///
    /// - Parameters:
    ///   - url: The URL.
    ///   - environment: The environment whose payments are seen.
    ///   - schema: The schema, as it stands in a statement.
    ///   - limits: How many connections, and how long anything may take.
    /// - Throws: `StoreError`.
    init(url: String, environment: PaymentEnvironment, schema: String, limits: Limits) async throws(StoreError) {
        let pool = SessionPool(url: url, limits: limits) { session in
            try ServerSettings.apply(to: session, schema: schema, limits: limits)
        }
        do throws(StoreError) {
            try await pool.run { session in try Schema.migrate(session, schema: schema, limit: limits.answer) }
        } catch {
            await pool.close()
            throw error
        }
        self.environment = environment
        self.pool = pool
        self.url = url
        channel = "\(schema) changes"
        announcer = ChangeAnnouncer(pool, channel: channel)
    }

    /// Does work in one transaction that writes.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Ledger) throws -> Value
    ) async throws(StoreError) -> Value {
        let (environment, limit) = (environment, pool.limits.answer)
        let (value, hasNotifications) = try await pool.run { session in
            let ledger = Ledger(session, environment: environment, limit: limit)
            let value = try work(ledger)
            try ledger.commit()
            return (value, ledger.hasNotifications)
        }
        if hasNotifications { announcer.announce() }
        return value
    }

    /// Asks one question.
    func read<Value: Sendable>(
        _ question: Statement,
        _ read: @escaping @Sendable (Rows) throws -> Value
    ) async throws(StoreError) -> Value {
        let limit = pool.limits.answer
        return try await pool.run { session in
            try read(try RowReader.known(session.run([question], until: .now + limit).last))
        }
    }
}
