import PaymentGateway
import PaymentIntents
import PaymentStoreContracts

@testable import PaymentStorePostgres

/// The PostgreSQL store, each time in a schema of its own.
struct PostgresSubject: StoreSubject {
    let name = "PostgreSQL"
    let isShared = true
    let servesAlone = false

    /// How long a statement waits for others.
    private let lock: Duration

    /// The store as it is held to a rule: of those about a store that is in somebody's way, each call waits in vain.
    ///
    /// - Parameter rule: The name of the rule.
    init(for rule: String) {
        lock = rule.hasPrefix("operation.") ? .milliseconds(100) : .seconds(30)
    }

    func withEmptyData(_ work: @Sendable (any StoreData) async throws -> Void) async throws {
        let lock = lock
        try await LiveServer.withSchema { schema in try await work(PostgresData(schema: schema, lock: lock)) }
    }
}

/// One schema.
struct PostgresData: StoreData {
    let schema: String
    let lock: Duration

    func open(_ environment: PaymentEnvironment) async throws(StoreError) -> any PaymentStore {
        try await LiveServer.open(schema, environment, lock: lock)
    }

    func whileBlocked(_ work: @Sendable () async throws -> Void) async throws {
        let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
        let tables = ["payment", "progress", "history", "inbox", "notification", "retention", "probe"]
            .map { "\(schema).\($0)" }
        let lock = "LOCK TABLE \(tables.joined(separator: ", ")) IN EXCLUSIVE MODE"
        _ = try session.run([Statement("BEGIN"), Statement(lock)], until: .now + .seconds(60))
        try await work()
        _ = try session.run([Statement("ROLLBACK")], until: .now + .seconds(60))
    }
}
