import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import PaymentStoreContracts

@testable import PaymentStoreSQLite

/// The SQLite store, each time in a folder of its own.
struct SQLiteSubject: StoreSubject {
    let name = "SQLite"
    let isShared = true
    let servesAlone = true

    /// How long a call waits for others.
    private let patience: Duration

    /// The store as it is held to a rule: of those about a store that is in somebody's way, each call waits in vain.
    ///
    /// - Parameter rule: The name of the rule.
    init(for rule: String) {
        patience = rule.hasPrefix("operation.") ? .milliseconds(200) : .seconds(30)
    }

    func withEmptyData(_ work: @Sendable (any StoreData) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("contract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await work(SQLiteData(path: folder.appendingPathComponent("payments.sqlite").path, patience: patience))
    }
}

/// One SQLite file.
struct SQLiteData: StoreData {
    let path: String
    let patience: Duration

    func open(_ environment: PaymentEnvironment) async throws(StoreError) -> any PaymentStore {
        try SQLitePaymentStore(path: path, environment: environment, patience: patience)
    }

    func whileBlocked(_ work: @Sendable () async throws -> Void) async throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        defer { try? queue.close() }
        try await work()
        try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
}
