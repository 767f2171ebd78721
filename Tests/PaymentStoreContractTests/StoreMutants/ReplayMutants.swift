import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum ReplayMutants {
    static let all: [StoreMutant] = asNew + results + order + names

    private static let asNew: [StoreMutant] = [
        StoreMutant("says that it replays, and does not", caughtBy: ReplayRules.deadLetter) { store, _ in
            store.replaying = { base, id, _ in try await base.has(id) }
        },
        StoreMutant("replays at once, whatever the time", caughtBy: ReplayRules.deadLetter) { store, _ in
            store.replaying = { base, id, _ in try await base.replayNotification(id, at: .distantPast) }
        },
        taking("counts the tries from before a replay", caughtBy: ReplayRules.deadLetter) { site, item in
            let tries = site.numbers.withLock { numbers in
                numbers[item.notification.id, default: -1] += 1
                return numbers[item.notification.id] ?? 0
            }
            return PendingNotification(item.notification, attempts: tries, since: item.since, fence: item.fence)
        },
        taking("has the patience of the first try", caughtBy: ReplayRules.deadLetter) { _, item in
            PendingNotification(item.notification, attempts: item.attempts, fence: item.fence)
        },
        StoreMutant("tries since the last try", caughtBy: ReplayRules.deadLetter) { store, _ in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .map {
                        let since = $0.attempts > 0 ? claiming.now : $0.since
                        return PendingNotification(
                            $0.notification,
                            attempts: $0.attempts,
                            since: since,
                            fence: $0.fence
                        )
                    }
            }
        },
    ]

    private static let results: [StoreMutant] = [
        StoreMutant("replays dead letters alone", caughtBy: ReplayRules.delivered) { store, _ in
            store.replaying = { base, id, now in
                let dead = try await base.outbox(OutboxFilter(state: .dead))
                guard dead.contains(where: { $0.notification.id == id }) else { return try await base.has(id) }
                return try await base.replayNotification(id, at: now)
            }
        },
        StoreMutant("believes a sender from before a replay", caughtBy: ReplayRules.fenced) { store, site in
            store.replaying = { base, id, now in
                _ = site.isNew(id)
                return try await base.replayNotification(id, at: now)
            }
            store.settling = { base, result in
                var result = result
                if site.seen.withLock({ $0.remove(result.id) }) != nil {
                    let taken = try await base.claimNotifications(at: .distantFuture, limit: 100, until: .distantFuture)
                    let fence = taken.first { $0.notification.id == result.id }?.fence ?? result.fence
                    result = NotificationResult(id: result.id, fence: fence, outcome: result.outcome)
                }
                try await base.settle(result)
            }
        },
    ]

    private static let order: [StoreMutant] = [
        StoreMutant("lets a replay overtake", caughtBy: ReplayRules.behindOlder) { store, site in
            store.replaying = { base, id, now in
                site.numbers.withLock { $0[id] = 0 }
                return try await base.replayNotification(id, at: now)
            }
            store.claimingNotifications = { base, claiming in
                let taken = try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
                let waiting = try await base.outbox(OutboxFilter(state: .pending))
                    .filter { entry in entry.dueAt == nil && site.numbers.withLock { $0[entry.notification.id] != nil }
                    }
                return taken
                    + waiting.map { PendingNotification($0.notification, attempts: 0, since: claiming.now, fence: 0) }
            }
        },
        StoreMutant("lets a replay wait for what waits for it", caughtBy: ReplayRules.nothingStuck) { store, site in
            store.replaying = { base, id, now in
                let payment = try await base.outbox().first { $0.notification.id == id }?.notification.paymentID
                let others = try await base.outbox(OutboxFilter(state: .pending))
                    .filter { $0.notification.paymentID == payment && $0.notification.id != id }
                if let payment, !others.isEmpty { _ = site.isNew(payment.rawValue) }
                return try await base.replayNotification(id, at: now)
            }
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .filter { item in !site.seen.withLock { $0.contains(item.notification.paymentID.rawValue) } }
            }
        },
    ]

    private static let names: [StoreMutant] = [
        StoreMutant("finds whatever is to be replayed", caughtBy: ReplayRules.unknown) { store, _ in
            store.replaying = { base, id, now in
                _ = try await base.replayNotification(id, at: now)
                return true
            }
        },
        StoreMutant("replays for the other environment too", caughtBy: ReplayRules.unknown) { store, site in
            store.replaying = { base, id, now in
                let isThere = try await base.replayNotification(id, at: now)
                for environment in PaymentEnvironment.allCases where !isThere {
                    _ = try await site.data.withStore(environment) { store in
                        try await store.replayNotification(id, at: now)
                    }
                }
                return isThere
            }
        },
        StoreMutant("takes ids apart and trusts the parts", caughtBy: ReplayRules.unknown) { store, _ in
            store.replaying = { base, id, now in
                if try await base.replayNotification(id, at: now) { return true }
                let parts = id.split(separator: "_", omittingEmptySubsequences: false)
                guard parts.count == 3, let number = Int(parts[2]) else { return false }
                return try await base.replayNotification("msg_\(parts[1])_\(number)", at: now)
            }
        },
    ]

    /// A store that gives taken notifications in another form.
    private static func taking(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (MutationSite, PendingNotification) -> PendingNotification
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, site in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .map { change(site, $0) }
            }
        }
    }
}

extension PaymentStore {
    /// Whether the outbox has a notification.
    fileprivate func has(_ id: String) async throws -> Bool {
        try await outbox().contains { $0.notification.id == id }
    }
}
