import Foundation

/// A folder of its own for the file of one test.
struct StoreFolder: Sendable {
    let file: String

    /// Gives a test a folder, and takes it away afterwards.
    static func with(_ test: (StoreFolder) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await test(StoreFolder(file: folder.appending(path: "payments.sqlite").path))
    }
}
