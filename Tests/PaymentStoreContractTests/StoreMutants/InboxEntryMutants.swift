import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum InboxEntryMutants {
    static let all: [StoreMutant] = facts + parked

    private static let facts: [StoreMutant] = [
        showing("names no account but one", caughtBy: InboxEntryRules.facts) { entry in
            AccountName("wallets").map { entry.with(account: $0) } ?? entry
        },
        showing("knows times to the second", caughtBy: InboxEntryRules.facts) { entry in
            entry.with(receivedAt: Date(timeIntervalSince1970: entry.receivedAt.timeIntervalSince1970.rounded()))
        },
        showing("ends a reason at its first NUL", caughtBy: InboxEntryRules.facts) { entry in
            entry.with(note: entry.note.map { String($0.prefix { $0 != "\0" }) })
        },
        showing("does not say into what a callback was folded", caughtBy: InboxEntryRules.facts) { entry in
            entry.with(paymentID: nil)
        },
        showing("counts no copies", caughtBy: InboxEntryRules.facts) { $0.with(copies: 1) },
        StoreMutant("dates a callback by its last copy", caughtBy: InboxEntryRules.facts) { store, site in
            store.absorbing = { base, batch in
                for delivery in batch {
                    let time = Int((delivery.receivedAt.timeIntervalSince1970 * 1000).rounded())
                    site.numbers.withLock { $0["\(delivery.callback.body)"] = time }
                }
                return try await base.absorb(batch)
            }
            store.listingInbox = { base, filter in
                try await base.inbox(matching: filter)
                    .map { entry in
                        let time = site.numbers.withLock { $0["\(entry.callback.body)"] } ?? 0
                        return entry.with(receivedAt: Date(timeIntervalSince1970: Double(time) / 1000))
                    }
            }
        },
        StoreMutant("shows no body by the number", caughtBy: InboxEntryRules.facts) { store, _ in
            store.readingInbox = { base, number in
                try await base.inboxEntry(number)
                    .map { $0.with(body: []) }
            }
        },
    ]

    private static let parked: [StoreMutant] = [
        StoreMutant("never takes in again what was parked", caughtBy: InboxRules.parked) { store, site in
            store.absorbing = { base, batch in
                for delivery in batch {
                    guard case .keep(.parked, _) = delivery.meaning else { continue }
                    _ = site.isNew(delivery.bodyHash)
                }
                return try await base.absorb(
                    batch.map { delivery in
                        let isParked = site.seen.withLock { $0.contains(delivery.bodyHash) }
                        return isParked ? delivery.with(.keep(.parked, note: "rejected")) : delivery
                    }
                )
            }
        },
        StoreMutant("parks what was folded long ago", caughtBy: InboxRules.parked) { store, site in
            store.absorbing = { base, batch in
                for delivery in batch {
                    guard case .keep(.parked, _) = delivery.meaning else { continue }
                    site.numbers.withLock { $0["\(delivery.callback.body)", default: 0] += 1 }
                }
                return try await base.absorb(batch)
            }
            store.listingInbox = { base, filter in
                try await base.inbox(matching: filter)
                    .map { entry in
                        let count = site.numbers.withLock { $0["\(entry.callback.body)"] ?? 0 }
                        return count > 1 ? entry.with(state: .parked) : entry
                    }
            }
        },
        StoreMutant("takes what is parked for not understood", caughtBy: InboxRules.parked) { store, _ in
            store.absorbing = { base, batch in
                try await one(by: batch) { delivery in
                    guard case .keep(.parked, let note) = delivery.meaning else {
                        return try await base.absorb([delivery])
                    }
                    _ = try await base.absorb([delivery.with(.keep(.notUnderstood, note: note))])
                    return [.kept(.parked)]
                }
            }
        },
    ]

    /// A store that says something else of a callback in its pages.
    private static func showing(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (InboxEntry) -> InboxEntry
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.listingInbox = { base, filter in try await base.inbox(matching: filter).map(change) }
        }
    }
}
