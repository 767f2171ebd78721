import Foundation
import PaymentGateway
import PaymentIntents

@testable import PaymentStorePostgres

/// The PostgreSQL that the tests run on.
enum LiveServer {
    /// There is none.
    struct Missing: Error, CustomStringConvertible {
        let description = "PAYMENTS_POSTGRES names no server. Run the tests as `.ci/postgres run swift test`."
    }

    /// The URL of a database in which schemas may be made.
    static var url: String {
        get throws {
            guard let url = ProcessInfo.processInfo.environment["PAYMENTS_POSTGRES"], url.hasPrefix("postgres://")
            else {
                throw Missing()
            }
            return url
        }
    }

    /// Runs statements on a connection of their own, as one transaction.
    @discardableResult
    static func run(
        _ statements: [String],
        at url: String? = nil,
        patience: Duration = .seconds(60)
    ) throws -> Rows? {
        let session = try Session(to: try url ?? Self.url, timeout: .seconds(60))
        return try session.run(statements.map { Statement($0) }, until: .now + patience).last
    }

    /// Runs a piece of work with the name of a schema that is not there yet, and is taken away after it.
    static func withSchema(_ work: (String) async throws -> Void) async throws {
        let schema = "test_\(UUID().uuidString.prefix(18).lowercased().replacing("-", with: "_"))"
        let result: Result<Void, any Error>
        do { result = .success(try await work(schema)) } catch { result = .failure(error) }
        try run(["DROP SCHEMA IF EXISTS \(schema) CASCADE"])
        try result.get()
    }

    /// Opens a store in a schema.
    static func open(
        _ schema: String,
        _ environment: PaymentEnvironment = .sandbox,
        lock: Duration = .seconds(30),
        at url: String? = nil
    ) async throws(StoreError) -> PostgresPaymentStore {
        guard let url = try? url ?? Self.url else { throw StoreError(.unavailable, Missing().description) }
        let limits = Limits(patience: .seconds(60), lock: lock, answer: .seconds(60))
        return try await PostgresPaymentStore(url: url, environment: environment, schema: schema, limits: limits)
    }

    /// Runs a piece of work with stores on one schema, as at several instances.
    static func withStores(
        _ count: Int = 1,
        _ work: (String, [PostgresPaymentStore]) async throws -> Void
    ) async throws {
        try await withSchema { schema in
            var stores: [PostgresPaymentStore] = []
            for _ in 0..<count { stores.append(try await open(schema)) }
            let result: Result<Void, any Error>
            do { result = .success(try await work(schema, stores)) } catch { result = .failure(error) }
            for store in stores { await store.close() }
            try result.get()
        }
    }
}
