import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum NotificationLeaseMutants {
    static let all: [StoreMutant] = leases + results

    private static let leases: [StoreMutant] = [
        .claiming("gives one lease to two", caughtBy: NotificationLeaseRules.held) { $0.until = $0.now },
        .claiming("gives what is not due yet", caughtBy: NotificationLeaseRules.held) { $0.now += 1 },
        .claiming("lets no lease end", caughtBy: NotificationLeaseRules.expires) { $0.until = .distantFuture },
        StoreMutant("gives nothing before the time at which it was written", caughtBy: NotificationLeaseRules.setBack) {
            store,
            _ in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .filter { $0.notification.at <= claiming.now }
            }
        },
        StoreMutant("believes whoever had a notification before", caughtBy: NotificationLeaseRules.fenced) {
            store,
            site in
            store.claimingNotifications = { base, claiming in
                let taken = try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
                for item in taken { site.numbers.withLock { $0[item.notification.id] = item.fence } }
                return taken
            }
            store.settling = { base, result in
                let fence = site.numbers.withLock { $0[result.id] } ?? result.fence
                try await base.settle(NotificationResult(id: result.id, fence: fence, outcome: result.outcome))
            }
        },
    ]

    private static let results: [StoreMutant] = [
        settling("tries again at once", caughtBy: NotificationLeaseRules.retry) { outcome in
            guard case .retry = outcome else { return outcome }
            return .retry(at: .distantPast)
        },
        settling("tries again when the lease ends", caughtBy: NotificationLeaseRules.retry) { outcome in
            guard case .retry = outcome else { return outcome }
            return nil
        },
        settling("forgets that it delivered", caughtBy: NotificationLeaseRules.delivered) { outcome in
            outcome == .delivered ? nil : outcome
        },
        settling("tries what was given up", caughtBy: NotificationLeaseRules.dead) { outcome in
            outcome == .dead ? .retry(at: Sample.later + 3600) : outcome
        },
    ]

    /// A store that writes down another outcome, or none.
    private static func settling(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (NotificationResult.Outcome) -> NotificationResult.Outcome?
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.settling = { base, result in
                guard let outcome = change(result.outcome) else { return }
                try await base.settle(NotificationResult(id: result.id, fence: result.fence, outcome: outcome))
            }
        }
    }
}
