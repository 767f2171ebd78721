import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

@Suite("The file")
struct DurabilityTests {
    @Test("row 21: every setting of the connection is as written, once it is open", arguments: Pragma.all)
    func pragmas(pragma: Pragma) async throws {
        try await StoreFolder.withStore { store in
            let reading = try await store.text("PRAGMA \(pragma.name)")
            #expect(reading == pragma.reading)
        }
    }

    @Test("row 36: a setting that cannot be had keeps the store from opening")
    func journalFile() async throws {
        try await StoreFolder.with { folder in
            let other = try DatabaseQueue.holding(folder.file)
            try other.inDatabase { try $0.execute(sql: "CREATE TABLE t (a); DROP TABLE t") }
            try other.inDatabase { try $0.execute(sql: "BEGIN; SELECT count(*) FROM sqlite_master") }
            let error = #expect(throws: StoreError.self) { try folder.open(patience: .milliseconds(50)) }
            #expect(error?.code == .busy || error?.code == .incompatible)
            try other.close()
            await (try folder.open()).close()
        }
    }

    @Test("new files are for their owner alone")
    func modes() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            try await store.beginServing()
            _ = try await store.recorded(try Samples.payment())
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.count == 5)
            for file in files {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
            }
            await store.close()
        }
    }

    @Test("a file that was taken away or replaced takes nothing more: it would be gone with the process")
    func takenAway() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open(patience: .seconds(30))
            let payment = try await store.recorded(try Samples.payment())
            let (file, elsewhere) = (folder.file, folder.file + ".old")
            try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
            var error = await #expect(throws: StoreError.self) { try await store.check() }
            #expect(error?.code == .unavailable)
            try Data().write(to: URL(filePath: file))
            error = await #expect(throws: StoreError.self) { try await store.check() }
            #expect(error?.code == .unavailable)
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.moveItem(atPath: elsewhere, toPath: file)
            try await store.check()
            #expect(try await store.payment(payment.id) != nil)
            await store.close()
        }
    }

    @Test("a link to the file is the same store: a second server is refused")
    func links() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            try await store.beginServing()
            let link = folder.path + "/link.sqlite"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.file)
            let other = try SQLitePaymentStore(path: link, environment: .sandbox)
            await #expect(throws: StoreError.self) { try await other.beginServing() }
            await store.close()
            await other.close()
        }
    }

    @Test("row 23: another process that holds the store is waited for, not longer than said, and by all calls at once")
    func busy() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let hasty = try folder.open(patience: .seconds(2))
            let payment = try await store.recorded(try Samples.payment())
            let other = try DatabaseQueue.holding(folder.file)
            try await other.run("BEGIN EXCLUSIVE")
            await withTaskGroup(of: StoreError.Code?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do throws(StoreError) {
                            _ = try await hasty.modify(payment.id) { PaymentChange($0) }
                            return nil
                        } catch {
                            return error.code
                        }
                    }
                }
                for await code in group { #expect(code == .busy) }
            }
            // Who reads waits for nobody.
            #expect(try await store.payment(payment.id) == payment)
            try await other.run("COMMIT")
            #expect(try await store.modify(payment.id) { PaymentChange($0) }?.isChanged == true)
            try other.close()
            for store in [store, hasty] { await store.close() }
        }
    }

    @Test("row 23: who holds the store for a moment only is waited for")
    func waits() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let other = try DatabaseQueue.holding(folder.file)
            try await other.run("BEGIN EXCLUSIVE")
            async let recorded = store.recorded(try Samples.payment())
            try await Task.sleep(for: .milliseconds(200))
            try await other.run("COMMIT")
            _ = try await recorded
            try other.close()
            await store.close()
        }
    }

    @Test("row 22: a full disk is unavailable, leaves nothing behind, and is over without a restart")
    func full() async throws {
        try await StoreFolder.withStore { store in
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            try await store.write { ledger in
                let pages = try Int.fetchOne(ledger.database, sql: "PRAGMA page_count") ?? 0
                try ledger.database.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            let large = String(repeating: "x", count: 60_000)
            let callback = try Samples.callback(.succeeded, of: "p-1", body: large)
            let error = await #expect(throws: StoreError.self) { try await store.absorb([callback]) }
            #expect(error?.code == .unavailable)
            #expect(try await store.payment(payment.id)?.status == .pending)
            try await store.write { try $0.database.execute(sql: "PRAGMA max_page_count = 1000000") }
            let outcomes = try await store.absorb([callback])
            #expect(outcomes == [.absorbed(payment.id, status: .succeeded, isNews: true)])
            #expect(try await store.text("PRAGMA integrity_check") == "ok")
        }
    }

    @Test("row 22: a store that can only be read says so, and recovers")
    func readOnly() async throws {
        try await StoreFolder.withStore { store in
            try await store.read { try $0.database.execute(sql: "PRAGMA query_only = ON") }
            let error = await #expect(throws: StoreError.self) { try await store.check() }
            #expect(error?.code == .unavailable)
            try await store.read { try $0.database.execute(sql: "PRAGMA query_only = OFF") }
            try await store.check()
        }
    }

    @Test("row 36: a path that cannot be, a file that is no database, and somebody else's database are refused")
    func foreignFiles() async throws {
        try await StoreFolder.with { folder in
            let missing = #expect(throws: StoreError.self) {
                try SQLitePaymentStore(path: folder.path + "/no/such", environment: .live)
            }
            #expect(missing?.code == .unavailable)
            let text = folder.path + "/text"
            try Data(String(repeating: "no database. ", count: 100).utf8).write(to: URL(fileURLWithPath: text))
            let noDatabase = #expect(throws: StoreError.self) { try SQLitePaymentStore(path: text, environment: .live) }
            #expect(noDatabase?.code == .incompatible)
            let foreign = folder.path + "/foreign"
            let other = try DatabaseQueue(path: foreign)
            try other.inDatabase { try $0.execute(sql: "CREATE TABLE notes (a)") }
            try other.close()
            let foreignError = #expect(throws: StoreError.self) {
                try SQLitePaymentStore(path: foreign, environment: .live)
            }
            #expect(foreignError?.code == .incompatible)
        }
    }

    @Test("a file of a later version is refused")
    func laterVersion() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            try await store.write { try $0.database.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099')") }
            await store.close()
            let error = #expect(throws: StoreError.self) { try folder.open() }
            #expect(error?.code == .incompatible)
        }
    }

    @Test("a new file that ten open at once is made once")
    func openedAtOnce() async throws {
        try await StoreFolder.with { folder in
            let stores = try await withThrowingTaskGroup(of: SQLitePaymentStore.self) { group in
                for _ in 0..<10 { group.addTask { try folder.open() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            _ = try await stores[3].recorded(try Samples.payment())
            #expect(try await stores[7].payments(matching: PaymentFilter()).count == 1)
            for store in stores { await store.close() }
        }
    }

    @Test("a closed store is unavailable, and closing twice is closing once")
    func closed() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            await store.close()
            await store.close()
            let error = await #expect(throws: StoreError.self) { try await store.check() }
            #expect(error?.code == .unavailable)
        }
    }

    @Test("a caller that is cancelled still gets what was done")
    func cancelled() async throws {
        try await StoreFolder.withStore { store in
            let payment = try Samples.payment()
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await store.record(payment)
            }
            #expect(try await task.value == .recorded(try #require(try await store.payment(payment.id))))
        }
    }
}

extension DatabaseQueue {
    /// Opens a file as another program does, to hold its locks.
    fileprivate static func holding(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Executes a statement outside of a transaction of GRDB's.
    fileprivate func run(_ sql: String) async throws {
        try await writeWithoutTransaction { try $0.execute(sql: sql) }
    }
}
