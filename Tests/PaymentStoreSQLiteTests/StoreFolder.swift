import Foundation
import PaymentIntents

@testable import PaymentStoreSQLite

/// A folder of its own for the files of one test.
struct StoreFolder {
    let path: String

    /// Gives a test a folder, and takes it away afterwards.
    static func with<Result>(_ body: (StoreFolder) async throws -> Result) async throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(StoreFolder(path: url.path))
    }

    /// Gives a test one open store.
    static func withStore<Result>(_ body: (SQLitePaymentStore) async throws -> Result) async throws -> Result {
        try await with { folder in
            let store = try folder.open()
            let result = try await body(store)
            await store.close()
            return result
        }
    }

    var file: String { path + "/payments.sqlite" }

    func open(_ environment: PaymentEnvironment = .sandbox, patience: Duration = .seconds(600)) throws
        -> SQLitePaymentStore
    {
        try SQLitePaymentStore(path: file, environment: environment, patience: patience)
    }
}
