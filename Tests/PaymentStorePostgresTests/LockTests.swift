import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

/// What another instance may be in the middle of, and what must not go on beside it.
struct LockRule: Sendable, CustomTestStringConvertible {
    let testDescription: String

    /// What the other instance has done and not committed, as SQL.
    let held: [Statement]

    /// What is done at ours, given the payment `o`, which the provider calls `p`, and the notification of its beginning.
    let work: @Sendable (PostgresPaymentStore, Payment, PendingNotification) async throws -> Void

    static let all = [
        LockRule(
            testDescription: "row 32: a callback waits for who holds its payment",
            held: [Statement("SELECT FROM progress FOR UPDATE")]
        ) { store, _, _ in _ = try await store.absorb([try Samples.callback(.succeeded, of: "p")]) },
        LockRule(
            testDescription: "row 32: a decision waits for who holds its payment",
            held: [Statement("SELECT FROM progress FOR UPDATE")]
        ) { store, payment, _ in _ = try await store.modify(payment.id) { PaymentChange($0) } },
        LockRule(
            testDescription: "row 34: a delivery waits for who may be writing the payment's next notification",
            held: [Statement("SELECT FROM progress FOR UPDATE")]
        ) { store, _, item in
            let id = item.notification.id
            try await store.settle(NotificationResult(id: id, fence: item.fence, outcome: .delivered))
        },
        LockRule(
            testDescription: "row 34: a replay waits for who may be writing the payment's next notification",
            held: [Statement("SELECT FROM progress FOR UPDATE")]
        ) { store, _, item in _ = try await store.replayNotification(item.notification.id, at: Samples.now) },
        LockRule(
            testDescription: "row 10: a callback about an unknown payment waits for who is giving a payment a name",
            held: [AdvisoryLock.naming.shared]
        ) { store, _, _ in _ = try await store.absorb([try Samples.callback(.succeeded, of: "unknown")]) },
        LockRule(
            testDescription: "row 10: who gives a payment a name waits for who is keeping a callback without a payment",
            held: [AdvisoryLock.naming.alone]
        ) { store, _, _ in _ = try await store.record(try Samples.payment("new")) },
        LockRule(
            testDescription: "row 10: of two payments of one reference the second waits for what the first one takes",
            held: [Statement("SELECT FROM inbox WHERE awaited_reference = 'early' FOR UPDATE")]
        ) { store, _, _ in _ = try await store.record(try Samples.payment("early")) },
        LockRule(
            testDescription: "who puts something into the outbox waits for who is reading it in order",
            held: [AdvisoryLock.outbox.alone]
        ) { store, _, _ in _ = try await store.record(try Samples.payment("new")) },
        LockRule(
            testDescription: "who reads the outbox in order waits for who is putting something into it",
            held: [AdvisoryLock.outbox.shared]
        ) { store, _, _ in _ = try await store.outbox() },
        LockRule(
            testDescription: "who uses a key waits for who is using the same one",
            held: [AdvisoryLock.named("sandbox deposit o")]
        ) { store, _, _ in _ = try await store.record(try Samples.payment("o")) },
    ]
}

@Suite("Beside another instance")
struct LockTests {
    @Test("nothing goes on in the middle of what must be whole", arguments: LockRule.all)
    func waits(_ rule: LockRule) async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, lock: .milliseconds(100))
            let payment = try Samples.payment("o", id: "p")
            _ = try await store.record(payment)
            _ = try await store.absorb([try Samples.callback(.succeeded, of: nil, reference: "early")])
            let items = try await store.claimNotifications(at: Samples.later, limit: 1, until: Samples.later)
            let item = try #require(items.first)

            let other = try holder(of: rule.held, in: schema)
            let error = await #expect(throws: StoreError.self) { try await rule.work(store, payment, item) }
            #expect(error?.code == .busy)
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            try await rule.work(store, payment, item)
            await store.close()
        }
    }

    @Test("those of one state are shown whoever writes to the outbox, as they are no sequence")
    func state() async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, lock: .milliseconds(100))
            _ = try await store.record(try Samples.payment("o"))
            let other = try holder(of: [AdvisoryLock.outbox.shared], in: schema)
            #expect(try await store.notifications(matching: OutboxFilter(state: .pending)).count == 1)
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            await store.close()
        }
    }

    @Test("row 32: what another instance is taking is left to it, and the rest is taken")
    func skips() async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, lock: .milliseconds(100))
            for reference in ["theirs", "ours"] {
                var payment = try Samples.payment(reference)
                payment.nextQueryAt = Samples.now
                _ = try await store.record(payment)
            }
            let theirs = "(SELECT min(number) FROM payment)"
            let other = try holder(
                of: [
                    Statement("SELECT FROM notification WHERE payment = \(theirs) FOR UPDATE"),
                    Statement("SELECT FROM progress WHERE number = \(theirs) FOR UPDATE"),
                ],
                in: schema
            )
            let due = try await store.claimDue(at: Samples.later, limit: 9, until: Samples.later + 60)
            #expect(due.map(\.request.reference.rawValue) == ["ours"])
            let items = try await store.claimNotifications(at: Samples.later, limit: 9, until: Samples.later + 60)
            #expect(items.map(\.notification.paymentID) == due.map(\.id))
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            #expect(try await store.claimDue(at: Samples.later, limit: 9, until: Samples.later).count == 1)
            #expect(try await store.claimNotifications(at: Samples.later, limit: 9, until: Samples.later).count == 1)
            await store.close()
        }
    }

    @Test("row 32: what another instance is writing is read before anything is made of it", arguments: [true, false])
    func readsAgain(_ isCallback: Bool) async throws {
        try await LiveServer.withSchema { schema in
            let url = try "\(LiveServer.url)&application_name=\(schema)"
            let stores = [try await LiveServer.open(schema), try await LiveServer.open(schema, at: url)]
            let payment = try Samples.payment("o", id: "p")
            _ = try await stores[0].record(payment)
            let (expired, paid) = (try Samples.evidence(.expired, of: "p"), try Samples.evidence(.succeeded, of: "p"))
            let (holds, isHeld) = AsyncStream<Void>.makeStream()
            async let first = stores[0]
                .modify(payment.id) { payment in
                    isHeld.finish()
                    // Not before the other one waits.
                    for _ in 0..<60_000 {
                        if (try? LiveServer.run([Self.waiters(of: schema)])?.count) == 1 { break }
                        Thread.sleep(forTimeInterval: 0.005)
                    }
                    return payment.absorbing(expired, trust: .signed, at: Samples.now)
                }
            for await _ in holds {}
            if isCallback {
                _ = try await stores[1].absorb([try Samples.callback(.succeeded, of: "p")])
            } else {
                _ = try await stores[1]
                    .modify(payment.id) { payment in
                        payment.absorbing(paid, trust: .signed, at: Samples.now)
                    }
            }
            _ = try await first
            let ended = try #require(try await stores[0].payment(payment.id))
            #expect(ended.status == .succeeded)
            #expect(ended.lifecycle.isLate)
            #expect(ended.sequence == 2)
            for store in stores { await store.close() }
        }
    }

    @Test("row 34: a late delivery lets nothing go while another instance is just taking the notification anew")
    func lateDelivery() async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, at: try "\(LiveServer.url)&application_name=\(schema)")
            _ = try await store.record(try Samples.payment("o", id: "p"))
            _ = try await store.absorb([try Samples.callback(.succeeded, of: "p")])
            let items = try await store.claimNotifications(at: Samples.later, limit: 9, until: Samples.later)
            let item = try #require(items.first)
            let taking = "UPDATE notification SET fence = fence + 1 WHERE sequence = 0 RETURNING number"
            let other = try holder(of: [Statement(taking)], in: schema)
            let late = NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
            async let settled: Void = store.settle(late)
            while try LiveServer.run([Self.waiters(of: schema)])?.count != 1 {
                try await Task.sleep(for: .milliseconds(5))
            }
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            try await settled
            let due = try await store.claimNotifications(at: Samples.later, limit: 9, until: Samples.later)
            #expect(due.map(\.notification.sequence) == [0])
            await store.close()
        }
    }

    @Test("row 10: a waiting callback that another instance is taking is not taken twice")
    func takesOnce() async throws {
        try await LiveServer.withSchema { schema in
            let store = try await LiveServer.open(schema, at: try "\(LiveServer.url)&application_name=\(schema)")
            _ = try await store.absorb([try Samples.callback(.succeeded, of: nil, reference: "o")])
            let taking = """
                UPDATE inbox SET state = 'absorbed', awaited_reference = NULL WHERE awaited_reference = 'o'
                RETURNING number
                """
            let other = try holder(of: [Statement(taking)], in: schema)
            let payment = try Samples.payment("o")
            async let recorded = store.record(payment)
            while try LiveServer.run([Self.waiters(of: schema)])?.count != 1 {
                try await Task.sleep(for: .milliseconds(5))
            }
            _ = try other.run([Statement("COMMIT")], until: .now + .seconds(30))
            _ = try await recorded
            #expect(try await store.payment(payment.id)?.status == .created)
            await store.close()
        }
    }

    @Test("row 43: a waiting callback that the server refuses to have folded is parked, and the payment is recorded")
    func parks() async throws {
        try await LiveServer.withStores { schema, stores in
            _ = try await stores[0].absorb([try Samples.callback(.succeeded, of: nil, reference: "o")])
            // The first line of its history is there already.
            try LiveServer.run([
                """
                INSERT INTO \(schema).history (payment, sequence, at, source, status, detail)
                SELECT number, 1, 0, 'callback', 'created', '{}' FROM generate_series(1, 9) AS number
                """
            ])
            let payment = try Samples.payment("o")
            _ = try await stores[0].record(payment)
            #expect(try await stores[0].payment(payment.id)?.status == .created)
            #expect(try await stores[0].inbox(matching: InboxFilter(limit: 9)).map(\.state) == [.parked])
        }
    }

    /// Asks who waits for a lock.
    private static func waiters(of application: String) -> String {
        "SELECT FROM pg_stat_activity WHERE application_name = '\(application)' AND wait_event_type = 'Lock'"
    }

    /// A connection that is in the middle of something.
    private func holder(of held: [Statement], in schema: String) throws -> Session {
        let session = try Session(to: try LiveServer.url, timeout: .seconds(60))
        try ServerSettings.apply(to: session, schema: schema, limits: Limits(answer: .seconds(60)))
        let rows = try session.run([Statement("BEGIN")] + held, until: .now + .seconds(30))
        #expect(rows.last?.count == 1)
        return session
    }
}
