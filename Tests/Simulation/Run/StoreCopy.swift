import Foundation
import PaymentIntents
import PaymentStoreSQLite

/// The file of one run's store, in a folder of its own: in memory where the system has a file system there.
///
/// It is a copy of an empty store, which is made once.
struct StoreCopy {
    let path: String
    private let folder: URL

    private static let empty: Result<Data, any Error> = Result {
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("payments.sqlite")
        let store = try SQLitePaymentStore(path: file.path, environment: .sandbox, patience: .seconds(600))
        let closed = DispatchSemaphore(value: 0)
        Task.detached {
            await store.close()
            closed.signal()
        }
        closed.wait()
        return try Data(contentsOf: file)
    }

    private static func makeFolder() throws -> URL {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory
        let folder = parent.appendingPathComponent("payments-simulation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        return folder
    }

    init() throws {
        let empty = try Self.empty.get()
        folder = try Self.makeFolder()
        let file = folder.appendingPathComponent("payments.sqlite")
        try empty.write(to: file)
        path = file.path
    }

    /// Removes the file and everything beside it. The store has to be closed.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
