import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum ReopeningMutants {
    static let all: [StoreMutant] = [
        StoreMutant("begins anew whenever it is opened", caughtBy: ReopeningRules.everything) {
            site,
            environment throws(StoreError) in
            let isFirst = site.openings.withLock { $0 } == 1
            return try await isFirst ? site.data.open(environment) : site.other.open(environment)
        },
        StoreMutant("knows keys for as long as it is open", caughtBy: ReopeningRules.key) { store, site in
            let opening = site.openings.withLock { $0 }
            store.recording = { base, payment in
                try await base.record(
                    payment.asking { $0.idempotencyKey = IdempotencyKey("\(opening) \($0.key.rawValue)") }
                )
            }
        },
        StoreMutant("keeps in memory what waits", caughtBy: ReopeningRules.waiting) { store, _ in
            let waiting = Waiting()
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    guard try await base.payment(named: delivery.evidence) == nil else {
                        return try await base.absorb([delivery])
                    }
                    waiting.deliveries.withLock { $0.append(delivery) }
                    return [.kept(.unmatched)]
                }
            }
            store.modifying = { base, id, change in
                let outcome = try await base.modify(id, change)
                let name = outcome?.payment.providerPaymentID
                let found = waiting.deliveries.withLock { $0.filter { $0.evidence?.providerPaymentID == name } }
                _ = try await base.absorb(found)
                return try await base.payment(id).map { ModifyOutcome($0, isChanged: outcome?.isChanged ?? false) }
            }
        },
        afterwards("gives back all leases when it is opened", caughtBy: ReopeningRules.leases) { store in
            _ = try await store.claimNotifications(at: .distantFuture, limit: 100, until: Sample.now)
        },
        StoreMutant("sends everything again when it is opened", caughtBy: ReopeningRules.results) { store, site in
            let before = site.taken.withLock { $0 }
            store.claimingNotifications = { base, claiming in
                let taken = try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
                let isFirst = site.isNew("again \(before.count)")
                site.taken.withLock { $0 += taken }
                return isFirst ? before + taken : taken
            }
        },
        afterwards("asks about everything when it is opened", caughtBy: ReopeningRules.due) { store in
            for payment in try await store.payments(matching: PaymentFilter()) {
                try await store.set(payment.id) { $0.nextQueryAt = Sample.now }
            }
        },
    ]

    /// A store that does something whenever it is opened again.
    private static func afterwards(
        _ description: String,
        caughtBy rule: StoreRule,
        _ work: @escaping @Sendable (any PaymentStore) async throws -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { site, environment throws(StoreError) in
            let store = try await site.data.open(environment)
            guard site.openings.withLock({ $0 }) > 1 else { return store }
            do {
                try await work(store)
            } catch {
                throw StoreError(.unavailable, "the mutant failed", cause: error)
            }
            return store
        }
    }
}

/// Callbacks in memory.
private final class Waiting: Sendable {
    let deliveries = Mutex<[CallbackDelivery]>([])
}
