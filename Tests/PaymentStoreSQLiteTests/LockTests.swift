import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("The lock around everything that writes", .timeLimit(.minutes(30)))
struct LockTests {
    /// The lock as another process sees it.
    private func lock(of folder: StoreFolder) -> FileLock { FileLock(path: "\(folder.file)-lock") }

    private func size(of path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    }

    /// Takes a lock, however long whoever has it takes to give it back: an answer may come a moment before.
    private func taken(_ lock: FileLock) async throws {
        while try !lock.take() { await Task.yield() }
    }

    @Test("nothing is written without it: who does not get it in time is busy")
    func writing() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let hasty = try folder.open(patience: .seconds(2))
            let other = lock(of: folder)
            #expect(try other.take())
            let error = await #expect(throws: StoreError.self) { try await hasty.recorded(try Samples.payment()) }
            #expect(error?.code == .busy)
            other.release()
            _ = try await store.recorded(try Samples.payment())
            for store in [store, hasty] { await store.close() }
        }
    }

    @Test("a transaction that writes has it, one that reads does not need it, and after either it is free")
    func heldInside() async throws {
        try await StoreFolder.withStore { store in
            let other = FileLock(path: try await store.path() + "-lock")
            #expect(try await !store.write { _ in try other.take() })
            try await taken(other)
            #expect(try await store.payments(matching: PaymentFilter()).isEmpty)
            other.release()
            await #expect(throws: StoreError.self) { try await store.write { _ in throw StoreError(.rejected, "no") } }
            try await taken(other)
        }
    }

    @Test("a lock file that somebody takes away is found out: everybody goes over to the new one")
    func takenAway() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let hasty = try folder.open(patience: .seconds(2))
            _ = try await store.recorded(try Samples.payment("A"))
            try FileManager.default.removeItem(atPath: "\(folder.file)-lock")
            let other = lock(of: folder)
            #expect(try other.take())
            let error = await #expect(throws: StoreError.self) { try await hasty.recorded(try Samples.payment("B")) }
            #expect(error?.code == .busy)
            other.release()
            _ = try await store.recorded(try Samples.payment("B"))
            for store in [store, hasty] { await store.close() }
        }
    }

    @Test("no store opens without it")
    func opening() async throws {
        try await StoreFolder.with { folder in
            let other = lock(of: folder)
            #expect(try other.take())
            let error = #expect(throws: StoreError.self) { try folder.open(patience: .milliseconds(50)) }
            #expect(error?.code == .busy)
            other.release()
            await (try folder.open()).close()
        }
    }

    @Test("closing is a checkpoint: with the lock it leaves one file with everything in it, without it the log stays")
    func closing() async throws {
        try await StoreFolder.with { folder in
            let first = try folder.open(patience: .seconds(10))
            let payment = try await first.recorded(try Samples.payment())
            let other = lock(of: folder)
            #expect(try other.take())
            await first.close()
            #expect(try size(of: folder.file + "-wal") > 0)
            other.release()
            let second = try folder.open()
            #expect(try await second.payment(payment.id) == payment)
            await second.close()
        }
        try await StoreFolder.with { folder in
            let store = try folder.open()
            _ = try await store.recorded(try Samples.payment())
            await store.close()
            await store.close()
            #expect(!FileManager.default.fileExists(atPath: folder.file + "-wal"))
            #expect(try lock(of: folder).take())
        }
    }

    @Test("a store that is let go without being closed is closed as soon as the lock is free, and not before")
    func lettingGo() async throws {
        try await StoreFolder.with { folder in
            var store: SQLitePaymentStore? = try folder.open()
            _ = try await store?.recorded(try Samples.payment())
            let other = lock(of: folder)
            #expect(try other.take())
            store = nil
            // Somebody else closes it, and waits for the lock.
            for _ in 0..<1000 {
                await Task.yield()
                try #require(try size(of: folder.file + "-wal") > 0)
            }
            other.release()
            while FileManager.default.fileExists(atPath: folder.file + "-wal") { await Task.yield() }
            try await taken(other)
            #expect(store == nil)
        }
    }

    @Test("the log is copied into the file again and again, so that it stays short")
    func checkpoints() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            for _ in 0..<2000 { try await store.check() }
            // A page and its header for each commit would be 8 MB.
            #expect(try size(of: folder.file + "-wal") < 4_000_000)
            await store.close()
        }
    }
}

extension SQLitePaymentStore {
    fileprivate func path() async throws -> String {
        try #require(try await text("SELECT file FROM pragma_database_list WHERE name = 'main'"))
    }
}
