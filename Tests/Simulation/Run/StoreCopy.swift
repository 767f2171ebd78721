import Foundation
import PaymentIntents
import PaymentStoreSQLite
import Synchronization

/// The file of one run's store: a copy of an empty store, in memory where the system has a file system there.
struct StoreCopy {
    let path: String

    private static let count = Mutex(0)

    private static let folder: URL = {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory
        return parent.appendingPathComponent("payments-simulation-\(ProcessInfo.processInfo.processIdentifier)")
    }()

    /// The empty store, made once.
    private static let template: Result<URL, any Error> = Result {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let whole = folder.appendingPathComponent("empty.sqlite")
        let part = folder.appendingPathComponent("new.sqlite")
        let store = try SQLitePaymentStore(path: part.path, environment: .sandbox)
        let closed = DispatchSemaphore(value: 0)
        Task.detached {
            await store.close()
            closed.signal()
        }
        closed.wait()
        try FileManager.default.moveItem(at: part, to: whole)
        return whole
    }

    init() throws {
        let template = try Self.template.get()
        let number = Self.count.withLock { count in
            count += 1
            return count
        }
        let copy = Self.folder.appendingPathComponent("\(number).sqlite")
        try FileManager.default.copyItem(at: template, to: copy)
        path = copy.path
    }

    func remove() {
        for suffix in ["", "-wal", "-shm", "-lock", ".sandbox.lock"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
