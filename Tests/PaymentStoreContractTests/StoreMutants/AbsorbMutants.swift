import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum AbsorbMutants {
    static let all: [StoreMutant] = callbacks + batches

    private static let callbacks: [StoreMutant] = [
        StoreMutant("loses the notification of a success", caughtBy: AbsorbRules.together) { store, _ in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .filter { $0.notification.status != .succeeded }
            }
        },
        StoreMutant("folds a callback and does not keep it", caughtBy: AbsorbRules.together) { store, _ in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    guard case .evidence(let evidence, let trust) = delivery.meaning,
                        let payment = try await base.payment(named: evidence),
                        let outcome = try await base.modify(
                            payment.id,
                            { $0.absorbing(evidence, trust: trust, at: delivery.receivedAt) }
                        )
                    else { return try await base.absorb([delivery]) }
                    return [.absorbed(payment.id, status: outcome.payment.status, isNews: true)]
                }
            }
        },
        StoreMutant("answers in another order", caughtBy: AbsorbRules.outcomes) { store, _ in
            store.absorbing = { base, batch in try await base.absorb(batch).reversed() }
        },
        StoreMutant("acknowledges callbacks without committing them", caughtBy: AbsorbRules.durable) {
            site,
            environment throws(StoreError) in
            let disk = try await site.data.open(environment)
            guard site.openings.withLock({ $0 }) == 1 else { return disk }
            // What is in memory until the process ends; all but the callbacks is on disk as well.
            var store = MutatedStore(try await site.other.open(environment))
            store.recording = { base, payment in
                _ = try await disk.record(payment)
                return try await base.record(payment)
            }
            store.modifying = { base, id, change in
                _ = try await disk.modify(id, change)
                return try await base.modify(id, change)
            }
            return store
        },
        StoreMutant("believes a success of any amount", caughtBy: AbsorbRules.differing) { store, _ in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    let payment = try await base.payment(named: delivery.evidence)
                    let amount = payment.map { StatedAmount.money($0.amount) }
                    return try await base.absorb([delivery.changing { $0.amount = amount ?? $0.amount }])
                }
            }
        },
        StoreMutant("shows the payments of the other environment", caughtBy: AbsorbRules.environment) {
            site,
            environment throws(StoreError) in
            let play = try await site.data.open(.sandbox)
            var store = MutatedStore(try await site.data.open(environment))
            store.reading = { base, id in
                if let payment = try await base.payment(id) { return payment }
                return try await play.payment(id)
            }
            return store
        },
    ]

    private static let batches: [StoreMutant] = [
        StoreMutant("commits each callback of a batch by itself", caughtBy: BatchRules.allOrNothing) { store, _ in
            store.absorbing = { base, batch in try await one(by: batch) { try await base.absorb([$0]) } }
        },
        StoreMutant("does not tell a refusal from a failure", caughtBy: BatchRules.others) { store, _ in
            store.absorbing = { base, batch in
                do {
                    return try await base.absorb(batch)
                } catch {
                    throw StoreError(.unavailable, "something went wrong")
                }
            }
        },
        StoreMutant("takes nothing more after a refusal", caughtBy: BatchRules.others) { store, site in
            store.absorbing = { base, batch in
                guard site.isNew("is sound") else { throw StoreError(.rejected, "no") }
                site.seen.withLock { _ = $0.remove("is sound") }
                do {
                    return try await base.absorb(batch)
                } catch {
                    _ = site.isNew("is sound")
                    throw error
                }
            }
        },
        StoreMutant("folds the last callback of each payment in a batch", caughtBy: BatchRules.seesItself) { store, _ in
            store.absorbing = { base, batch in
                let last = batch.last?.evidence?.providerPaymentID
                let kept = batch.dropLast().filter { $0.evidence?.providerPaymentID != last } + batch.suffix(1)
                let outcomes = try await base.absorb(kept)
                let missing = (kept.count..<batch.count).flatMap { _ in outcomes.suffix(1) }
                return outcomes + missing
            }
        },
    ]
}
