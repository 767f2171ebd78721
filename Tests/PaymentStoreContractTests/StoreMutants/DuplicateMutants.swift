import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum DuplicateMutants {
    static let all: [StoreMutant] = copies + inbox

    private static let copies: [StoreMutant] = [
        tellingAgain("tells the merchant of every copy", caughtBy: DuplicateRules.sameBytes) { _, _ in true },
        StoreMutant("folds a copy and does not count it", caughtBy: DuplicateRules.sameBytes) { store, site in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    guard !site.isNew(delivery.bodyHash), case .evidence(let evidence, let trust) = delivery.meaning,
                        let payment = try await base.payment(named: evidence)
                    else { return try await base.absorb([delivery]) }
                    _ = try await base.modify(payment.id) {
                        $0.absorbing(evidence, trust: trust, at: delivery.receivedAt)
                    }
                    return [.absorbed(payment.id, status: payment.status, isNews: false)]
                }
            }
        },
        tellingAgain("takes other bytes for another event", caughtBy: DuplicateRules.otherBytes) { site, delivery in
            site.isNew(delivery.bodyHash)
        },
        StoreMutant("remembers what it saw while it is open", caughtBy: DuplicateRules.reopened) { store, site in
            let opening = site.openings.withLock { $0 }
            store.absorbing = { base, batch in
                let outcomes = try await base.absorb(batch)
                for (delivery, outcome) in zip(batch, outcomes) where outcome.isCopy {
                    guard site.isNew("\(opening) \(delivery.bodyHash)") else { continue }
                    if let id = outcome.payment { try await base.tellAgain(id) }
                }
                return outcomes
            }
        },
        StoreMutant("looks for a copy first and writes then", caughtBy: DuplicateRules.atOnce) { store, site in
            store.absorbing = { base, batch in try await site.absorbTwins.run { try await base.absorb(batch) } }
        },
        StoreMutant("knows bytes again at another account", caughtBy: DuplicateRules.accounts) { store, site in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    site.isNew(delivery.bodyHash) ? try await base.absorb([delivery]) : [.kept(.absorbed)]
                }
            }
        },
    ]

    private static let inbox: [StoreMutant] = [
        StoreMutant("keeps a text in place of the bytes", caughtBy: InboxRules.bytes) { store, _ in
            store.absorbing = { base, batch in
                try await base.absorb(
                    batch.map { $0.with(body: Array(String(decoding: $0.callback.body, as: UTF8.self).utf8)) }
                )
            }
        },
        StoreMutant("folds what is not understood", caughtBy: InboxRules.withoutEffect) { store, _ in
            store.absorbing = { base, batch in
                let evidence = try Sample.evidence(.succeeded, reference: "ORDER-1")
                for delivery in batch {
                    guard case .keep(.notUnderstood, _) = delivery.meaning else { continue }
                    _ = try await base.absorb([delivery.with(.evidence(evidence, trust: .signed))])
                }
                return try await base.absorb(batch)
            }
        },
        StoreMutant("keeps everything as not understood", caughtBy: InboxRules.withoutEffect) { store, _ in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    guard case .keep(let state, let note) = delivery.meaning else {
                        return try await base.absorb([delivery])
                    }
                    _ = try await base.absorb([delivery.with(.keep(.notUnderstood, note: note))])
                    return [.kept(state)]
                }
            }
        },
        StoreMutant("never reads the same bytes twice", caughtBy: InboxRules.understoodLater) { store, site in
            store.absorbing = { base, batch in
                try await base.absorb(
                    batch.map { site.isNew($0.bodyHash) ? $0 : $0.with(.keep(.notUnderstood, note: "seen")) }
                )
            }
        },
    ]

    /// A store that tells the merchant again of some of the copies.
    private static func tellingAgain(
        _ description: String,
        caughtBy rule: StoreRule,
        when condition: @escaping @Sendable (MutationSite, CallbackDelivery) -> Bool
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, site in
            store.absorbing = { base, batch in
                let outcomes = try await base.absorb(batch)
                for (delivery, outcome) in zip(batch, outcomes) where outcome.isCopy && condition(site, delivery) {
                    if let id = outcome.payment { try await base.tellAgain(id) }
                }
                return outcomes
            }
        }
    }
}
