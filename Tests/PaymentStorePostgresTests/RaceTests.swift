import Foundation
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

@Suite("Two instances at the same moment")
struct RaceTests {
    private static func record(_ store: PostgresPaymentStore, _ number: Int) async throws {
        _ = try await store.record(try Samples.payment("o-\(number)", id: "p-\(number)"))
    }

    private static func hear(_ claim: Claim) -> @Sendable (PostgresPaymentStore, Int) async throws -> Void {
        { store, number in
            let outcomes = try await store.absorb([try Samples.callback(claim, of: "p-\(number)")])
            guard case .absorbed = outcomes.first else { throw Unexpected() }
        }
    }

    private struct Unexpected: Error {}

    /// What each payment's merchant is told, in order, by reference.
    private static func told(by store: PostgresPaymentStore) async throws -> [[PaymentStatus]] {
        let told = try await store.outbox().map(\.notification)
        return Dictionary(grouping: told, by: \.paymentID).values.map { $0.map(\.status) }
    }

    @Test("row 3: a duplicate against a duplicate is one effect and one notification")
    func duplicates() async throws {
        let race = PairRace(prepare: Self.record, first: Self.hear(.succeeded), second: Self.hear(.succeeded))
        try await race.run { store in
            let told = try await Self.told(by: store)
            let kept = try await store.inbox(matching: InboxFilter(state: .absorbed, limit: 100_000))
            PairRace.report(
                "duplicate against duplicate",
                [
                    "payments missing": PairRace.count - told.count,
                    "not told once": told.count { $0 != [.created, .succeeded] },
                    "callbacks missing or twice": abs(PairRace.count - kept.count),
                    "not counted twice": kept.count { $0.copies != 2 },
                ]
            )
        }
    }

    @Test("row 33: expiry against paid ends succeeded in either order")
    func expiry() async throws {
        let race = PairRace(prepare: Self.record, first: Self.hear(.expired), second: Self.hear(.succeeded))
        try await race.run { store in
            let payments = try await store.payments(matching: PaymentFilter(status: .succeeded, limit: 100_000))
            let told = try await Self.told(by: store)
            PairRace.report(
                "expiry against paid",
                [
                    "not succeeded": PairRace.count - payments.count,
                    "a line of history lost": payments.count { $0.sequence != 2 },
                    "last told otherwise": told.count { $0.last != .succeeded },
                    "announced twice": told.count { $0.count { $0 == .succeeded } > 1 },
                ]
            )
        }
    }

    @Test("row 32: a person's decision against a callback keeps both")
    func resolution() async throws {
        let race = PairRace(
            prepare: { store, number in
                try await Self.record(store, number)
                _ = try await store.absorb([try Samples.callback(.review, of: "p-\(number)")])
            },
            first: { store, number in
                let found = try await store.payments(matching: PaymentFilter(reference: "o-\(number)"))
                let id = try #require(found.first).id
                _ = try await store.modify(id) { $0.resolving(as: .succeeded, note: "seen", at: Samples.now) }
            },
            second: Self.hear(.pending)
        )
        try await race.run { store in
            let payments = try await store.payments(matching: PaymentFilter(limit: 100_000))
            let both: ClaimSet = [.pending, .resolvedAsSucceeded]
            PairRace.report(
                "resolve against callback",
                [
                    "payments missing": PairRace.count - payments.count,
                    "not as resolved": payments.count { $0.status != .succeeded },
                    "a claim lost": payments.count { !$0.lifecycle.claims.isSuperset(of: both) },
                    "a line of history lost": payments.count { $0.sequence != 3 },
                ]
            )
        }
    }

    @Test("row 10: a callback against the creation that it names by reference does not wait for ever")
    func creation() async throws {
        let race = PairRace(
            first: { store, number in _ = try await store.record(try Samples.payment("o-\(number)")) },
            second: { store, number in
                _ = try await store.absorb([try Samples.callback(.succeeded, of: nil, reference: "o-\(number)")])
            }
        )
        try await race.run { store in
            let paid = try await store.payments(matching: PaymentFilter(status: .succeeded, limit: 100_000))
            #expect(paid.count == PairRace.count)
            let waiting = try await store.inbox(matching: InboxFilter(limit: 10))
            #expect(waiting.isEmpty)
        }
    }

    @Test("row 10: a callback against the answer that brings the payment's id does not wait for ever")
    func naming() async throws {
        let race = PairRace(
            prepare: { store, number in _ = try await store.record(try Samples.payment("o-\(number)")) },
            first: { store, number in
                let found = try await store.payments(matching: PaymentFilter(reference: "o-\(number)"))
                _ = try await store.modify(try #require(found.first).id) { payment in
                    var payment = payment
                    payment.providerPaymentID = "p-\(number)"
                    return PaymentChange(payment)
                }
            },
            second: { store, number in _ = try await store.absorb([try Samples.callback(.succeeded, of: "p-\(number)")])
            }
        )
        try await race.run { store in
            let paid = try await store.payments(matching: PaymentFilter(status: .succeeded, limit: 100_000))
            #expect(paid.count == PairRace.count)
            let waiting = try await store.inbox(matching: InboxFilter(limit: 10))
            #expect(waiting.isEmpty)
        }
    }

    @Test("row 34: a delivery against the next change: what is told next is never left behind")
    func delivery() async throws {
        let race = PairRace(
            prepare: Self.record,
            first: { store, _ in
                for item in try await store.claimNotifications(at: Samples.now, limit: 1, until: Samples.later) {
                    try await store.settle(
                        NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
                    )
                }
            },
            second: Self.hear(.pending)
        )
        try await race.run { store in
            var told: Set<String> = []
            while true {
                let taken = try await store.claimNotifications(at: Samples.later, limit: 100, until: Samples.later + 60)
                guard !taken.isEmpty else { break }
                for item in taken {
                    told.insert(item.notification.id)
                    try await store.settle(
                        NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
                    )
                }
            }
            let rest = try await store.notifications(matching: OutboxFilter(state: .pending, limit: 10))
            #expect(rest.isEmpty)
        }
    }

    @Test("row 34: two senders, of which the first one lost its lease, keep the id and the order")
    func senders() async throws {
        try await LiveServer.withStores(2) { _, stores in
            _ = try await stores[0].record(try Samples.payment("o", id: "p"))
            _ = try await stores[0].absorb([try Samples.callback(.succeeded, of: "p")])
            func take(_ store: PostgresPaymentStore, until: Date) async throws -> PendingNotification? {
                let taken = try await store.claimNotifications(at: Samples.later, limit: 9, until: until)
                #expect(taken.count <= 1)
                return taken.first
            }
            func settle(_ store: PostgresPaymentStore, _ item: PendingNotification) async throws {
                let id = item.notification.id
                try await store.settle(NotificationResult(id: id, fence: item.fence, outcome: .delivered))
            }
            // Its lease has run out as soon as it has it.
            let slow = try #require(try await take(stores[0], until: Samples.later))
            let quick = try #require(try await take(stores[1], until: Samples.later + 60))
            #expect(slow.notification.id == quick.notification.id)
            try await settle(stores[0], slow)
            #expect(try await take(stores[0], until: Samples.later) == nil)
            #expect(try await stores[0].outbox().map(\.state) == [.pending, .pending])
            try await settle(stores[1], quick)
            let next = try #require(try await take(stores[0], until: Samples.later))
            #expect(next.notification.status == .succeeded)
        }
    }
}
