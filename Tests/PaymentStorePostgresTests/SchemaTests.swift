import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("The schema")
struct SchemaTests {
    @Test("many instances that start at once make the tables once")
    func atOnce() async throws {
        try await LiveServer.withSchema { schema in
            let stores = try await withThrowingTaskGroup(of: PostgresPaymentStore.self) { group in
                for _ in 0..<6 { group.addTask { try await LiveServer.open(schema) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for store in stores {
                try await store.check()
                await store.close()
            }
        }
    }

    @Test("a role that may read and write rows, and nothing else, serves where the tables are current")
    func role() async throws {
        try await LiveServer.withStores { schema, _ in
            let role = "role_\(schema)"
            try LiveServer.run([
                "CREATE ROLE \(role) LOGIN", "GRANT USAGE ON SCHEMA \(schema) TO \(role)",
                "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA \(schema) TO \(role)",
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA \(schema) TO \(role)",
            ])
            let url = try LiveServer.url.replacing("user=payments", with: "user=\(role)")
            let store = try await LiveServer.open(schema, at: url)
            _ = try await store.record(try Samples.payment("o", id: "p"))
            _ = try await store.absorb([
                try Samples.callback(.succeeded, of: "p"), try Samples.callback(.succeeded, of: "unknown"),
            ])
            let taken = try await store.claimNotifications(at: Samples.later, limit: 9, until: Samples.later)
            for item in taken {
                try await store.settle(
                    NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
                )
            }
            #expect(try await store.outbox().map(\.state) == [.delivered, .pending])
            #expect(try await store.claimDue(at: Samples.later, limit: 9, until: Samples.later).isEmpty)
            try await store.check()
            await store.close()
            let error = await #expect(throws: StoreError.self) {
                _ = try await LiveServer.open("\(schema)_new", at: url)
            }
            #expect(error?.code == .unavailable)
            try LiveServer.run(["DROP OWNED BY \(role)", "DROP ROLE \(role)"])
        }
    }

    @Test("tables of a later version are refused")
    func later() async throws {
        try await LiveServer.withStores { schema, _ in
            try LiveServer.run(["INSERT INTO \(schema).schema_version VALUES (99)"])
            let error = await #expect(throws: StoreError.self) { _ = try await LiveServer.open(schema) }
            #expect(error?.code == .incompatible)
        }
    }
}
