import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("The outbox of several instances")
struct OutboxTests {
    @Test("nothing is read in front of which something may still appear")
    func gaps() async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, lock: .milliseconds(100))
            _ = try await store.record(try Samples.payment("first"))
            // An instance that has its number and has not committed.
            let other = try Session(to: try LiveServer.url, timeout: .seconds(60))
            try ServerSettings.apply(to: other, schema: schema, limits: Limits())
            let copy = """
                INSERT INTO notification (environment, payment, sequence, status, at, body, state, attempts, fence)
                SELECT environment, payment, 9, status, at, body, 'delivered', 0, 0 FROM notification
                """
            let statements = [Statement("BEGIN"), AdvisoryLock.outbox.shared, Statement(copy)]
            _ = try other.run(statements, until: .now + .seconds(30))
            _ = try await store.record(try Samples.payment("second"))
            await #expect(throws: StoreError.self) { try await store.outbox() }
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            let outbox = try await store.outbox()
            #expect(outbox.count == 3)
            #expect(outbox.dropFirst().first?.notification.sequence == 9)
            await store.close()
        }
    }

    @Test("a reader among eight writers at two instances misses nothing and sees one order")
    func order() async throws {
        try await LiveServer.withStores(2) { _, stores in
            let read = try await withThrowingTaskGroup(of: Void.self) { writers in
                for writer in 0..<8 {
                    writers.addTask {
                        for number in 0..<15 {
                            _ = try await stores[writer % 2].record(try Samples.payment("\(writer)-\(number)"))
                        }
                    }
                }
                var read: [OutboxEntry] = []
                while read.count < 8 * 15 {
                    let filter = OutboxFilter(after: read.last?.position ?? 0, limit: 7)
                    read += try await stores[0].notifications(matching: filter)
                }
                try await writers.waitForAll()
                return read
            }
            #expect(try await stores[1].outbox() == read)
        }
    }
}
