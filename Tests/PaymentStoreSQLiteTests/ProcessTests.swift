import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

/// Each of these runs a part of itself in a process of its own.
@Suite("Other processes")
struct ProcessTests {
    @Test("row 18: a process that is killed inside a transaction leaves nothing half")
    func killedInside() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.file as String] in
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                try await store.write { ledger in
                    // More than the cache holds, so that pages of the file are overwritten before the end.
                    try ledger.database.execute(sql: "PRAGMA cache_size = 4")
                    for index in 0..<50 {
                        let body = "\(index) \(String(repeating: "x", count: 20_000))"
                        _ = try ledger.absorb(try Samples.callback(.succeeded, of: "p-1", body: body))
                    }
                    kill(getpid(), SIGKILL)
                }
            }
            #expect(try await store.payment(payment.id) == payment)
            #expect(try await store.history(of: payment.id).count == 1)
            #expect(try await store.count("SELECT count(*) FROM inbox") == 0)
            #expect(try await store.text("PRAGMA integrity_check") == "ok")
            await store.close()
        }
    }

    @Test("row 19: what was committed before the process was killed is there; the retry is a duplicate")
    func killedAfter() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let payment = try await store.created(try Samples.payment(), as: "p-1")
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.file as String] in
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-1")])
                kill(getpid(), SIGKILL)
            }
            #expect(try await store.payment(payment.id)?.status == .succeeded)
            let retry = try await store.absorb([try Samples.callback(.succeeded, of: "p-1")])
            #expect(retry == [.absorbed(payment.id, status: .succeeded, isNews: false)])
            #expect(try await store.deliverAll().map(\.status) == [.created, .pending, .succeeded])
            await store.close()
        }
    }

    @Test("row 23: two processes write at once, and both processes' writes are kept")
    func twoWriters() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            let own = Task {
                for index in 0..<100 { _ = try await store.recorded(try Samples.payment("own-\(index)")) }
            }
            await #expect(processExitsWith: .success) { [path = folder.file as String] in
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                for index in 0..<100 { _ = try await store.recorded(try Samples.payment("other-\(index)")) }
                await store.close()
            }
            try await own.value
            #expect(try await store.payments(matching: PaymentFilter(limit: 500)).count == 200)
            await store.close()
        }
    }

    @Test("row 23: a server in another process is refused while this one serves")
    func secondServer() async throws {
        try await StoreFolder.with { folder in
            let store = try folder.open()
            try await store.beginServing()
            await #expect(processExitsWith: .exitCode(7)) { [path = folder.file as String] in
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                do throws(StoreError) {
                    try await store.beginServing()
                } catch {
                    exit(error.code == .alreadyServed ? 7 : 8)
                }
            }
            await store.close()
        }
    }

    @Test("the lock of a server that was killed is free")
    func killedServer() async throws {
        try await StoreFolder.with { folder in
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.file as String] in
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                try await store.beginServing()
                kill(getpid(), SIGKILL)
            }
            let store = try folder.open()
            try await store.beginServing()
            await store.close()
        }
    }

    @Test("row 22: a disk that takes no more is unavailable, and the store recovers without a restart")
    func diskThatTakesNoMore() async throws {
        try await StoreFolder.with { folder -> Void in
            await #expect(processExitsWith: .success) { [path = folder.file as String] in
                signal(SIGXFSZ, SIG_IGN)
                let store = try SQLitePaymentStore(path: path, environment: .sandbox)
                let payment = try await store.created(try Samples.payment(), as: "p-1")
                let callback = try Samples.callback(
                    .succeeded,
                    of: "p-1",
                    body: String(repeating: "x", count: 60_000)
                )
                let size = try await store.count(
                    "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
                )
                try limitFiles(to: size + 8192)
                let error = await #expect(throws: StoreError.self) { try await store.absorb([callback]) }
                #expect(error?.code == .unavailable)
                #expect(try await store.payment(payment.id)?.status == .pending)
                try limitFiles(to: nil)
                let outcomes = try await store.absorb([callback])
                #expect(outcomes == [.absorbed(payment.id, status: .succeeded, isNews: true)])
                #expect(try await store.text("PRAGMA integrity_check") == "ok")
                await store.close()
            }
        }
    }
}

/// Lets no file of this process grow beyond a size.
private func limitFiles(to size: Int?) throws {
    var limit = rlimit()
    #if canImport(Glibc)
        let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
        let resource = RLIMIT_FSIZE
    #endif
    try #require(getrlimit(resource, &limit) == 0)
    limit.rlim_cur = size.map { rlim_t($0) } ?? limit.rlim_max
    try #require(setrlimit(resource, &limit) == 0)
}
