import PaymentGateway
import PaymentIntents
import Synchronization
import Testing

@testable import PaymentStorePostgres

/// Payments that are recorded and paid at several instances, each call repeated until it is acknowledged.
final class Load: Sendable {
    /// How many payments.
    let count: Int

    private let acknowledged = Atomic(0)
    private let failures = Atomic(0)

    init(of count: Int) {
        self.count = count
    }

    /// How many payments were acknowledged as paid.
    var done: Int { acknowledged.load(ordering: .relaxed) }

    /// How many calls failed.
    var failed: Int { failures.load(ordering: .relaxed) }

    /// Runs it.
    func run(on stores: [PostgresPaymentStore]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { lanes in
            for lane in 0..<4 {
                let store = stores[lane % stores.count]
                lanes.addTask { [self] in
                    for number in stride(from: lane, to: count, by: 4) {
                        let payment = try Samples.payment("o-\(number)", id: "p-\(number)")
                        let callback = try Samples.callback(.succeeded, of: "p-\(number)")
                        try await repeating { () async throws(StoreError) in _ = try await store.record(payment) }
                        try await repeating { () async throws(StoreError) in _ = try await store.absorb([callback]) }
                        acknowledged.add(1, ordering: .relaxed)
                    }
                }
            }
            try await lanes.waitForAll()
        }
    }

    /// What any caller does: after a pause it calls again.
    private func repeating(_ call: () async throws(StoreError) -> Void) async throws {
        for _ in 0..<30_000 {
            do throws(StoreError) {
                return try await call()
            } catch {
                guard [.unavailable, .uncertain, .busy].contains(error.code) else { throw error }
                failures.add(1, ordering: .relaxed)
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        Issue.record("the store did not come back")
    }

    /// Requires that everything is there, and nothing twice.
    func check(_ store: PostgresPaymentStore) async throws {
        let paid = try await store.payments(matching: PaymentFilter(status: .succeeded, limit: 100_000))
        #expect(paid.count == count)
        #expect(try await store.payments(matching: PaymentFilter(limit: 100_000)).count == count)
        let told = Dictionary(grouping: try await store.outbox().map(\.notification), by: \.paymentID)
        #expect(told.count == count)
        #expect(told.values.allSatisfy { $0.map(\.status) == [.created, .succeeded] })
        let kept = try await store.inbox(matching: InboxFilter(state: .absorbed, limit: 100_000))
        #expect(kept.count == count)
    }
}
