import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization
import Testing

enum NotificationMutants {
    static let all: [StoreMutant] = [
        taking("makes a new id for each try", caughtBy: NotificationRules.onePerChange) { item in
            item.notification.with(id: "msg_\(UUID().uuidString)")
        },
        StoreMutant("tells of each change twice", caughtBy: NotificationRules.onePerChange) { store, _ in
            store.absorbing = { base, batch in
                let outcomes = try await base.absorb(batch)
                for case .absorbed(let id, _, true) in outcomes { try await base.tellAgain(id) }
                return outcomes
            }
        },
        StoreMutant("gives all that a payment has to tell", caughtBy: NotificationRules.inOrder) { store, _ in
            store.claimingNotifications = { base, claiming in
                var all: [PendingNotification] = []
                for _ in 0..<9 {
                    let taken = try await base.claimNotifications(
                        at: claiming.now,
                        limit: claiming.limit,
                        until: claiming.until
                    )
                    try await base.settle(taken, as: .delivered)
                    all += taken
                }
                return all
            }
        },
        StoreMutant("holds all while one is under way", caughtBy: NotificationRules.unhindered) { store, site in
            store.claimingNotifications = { base, claiming in
                guard site.numbers.withLock({ $0["held"] ?? 0 }) == 0 else { return [] }
                let taken = try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
                site.numbers.withLock { $0["held"] = taken.count }
                return taken
            }
            store.settling = { base, result in
                site.numbers.withLock { $0["held", default: 0] -= 1 }
                try await base.settle(result)
            }
        },
        .claiming("takes one more than it was asked for", caughtBy: NotificationRules.limit) { $0.limit += 1 },
        StoreMutant("looks for notifications first and takes them then", caughtBy: NotificationRules.oneTaker) {
            store,
            site in
            store.claimingNotifications = { base, claiming in
                try await site.notificationTwins.run {
                    try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                }
            }
        },
        taking("keeps bodies in one normal form", caughtBy: NotificationRules.texts) { item in
            item.notification.with(body: item.notification.body.precomposedStringWithCanonicalMapping)
        },
        StoreMutant("shows each payment as it is now", caughtBy: NotificationRules.asItWas) { store, _ in
            store.claimingNotifications = { base, claiming in
                let taken = try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
                var shown: [PendingNotification] = []
                for item in taken {
                    var payment = try #require(try await base.payment(item.notification.paymentID))
                    payment.sequence = item.notification.sequence
                    let told = item.notification
                    let now = PaymentNotification(of: told.status, payment: payment, at: told.at)
                    shown.append(PendingNotification(now, attempts: item.attempts, fence: item.fence))
                }
                return shown
            }
        },
    ]

    /// A store that gives other notifications than were written.
    private static func taking(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (PendingNotification) -> PaymentNotification
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .map { PendingNotification(change($0), attempts: $0.attempts, fence: $0.fence) }
            }
        }
    }
}

extension PaymentNotification {
    /// The notification with another id or body.
    fileprivate func with(id: String? = nil, body: String? = nil) -> PaymentNotification {
        PaymentNotification(
            id: id ?? self.id,
            paymentID: paymentID,
            sequence: sequence,
            status: status,
            at: at,
            body: body ?? self.body
        )
    }
}
