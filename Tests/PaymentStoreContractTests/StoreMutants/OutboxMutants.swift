import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum OutboxMutants {
    static let all: [StoreMutant] = order + pages + entries

    private static let order: [StoreMutant] = [
        StoreMutant("lists changes payment by payment", caughtBy: OutboxRules.order) { store, _ in
            store.listingNotifications = { base, filter in
                try await base.notifications(matching: filter)
                    .sorted { $0.notification.id < $1.notification.id }
            }
        },
        StoreMutant("shows the last of a page on the next one too", caughtBy: OutboxRules.order) { store, _ in
            store.listingNotifications = { base, filter in
                var filter = filter
                filter.after -= 1
                return try await base.notifications(matching: filter)
            }
        },
        StoreMutant("gives positions before it commits", caughtBy: OutboxRules.noLatecomers) { store, site in
            store.listingNotifications = { base, filter in
                let page = try await base.notifications(matching: filter)
                let last = page.last?.position
                return page.filter { entry in
                    let isNew = site.isNew(entry.notification.id)
                    return !isNew || entry.position == last
                }
            }
        },
        StoreMutant("numbers the changes anew when it is opened", caughtBy: OutboxRules.reopened) { store, site in
            let shift = Int64(site.openings.withLock { $0 }) * 1000
            store.listingNotifications = { base, filter in
                var filter = filter
                filter.after = max(0, filter.after - shift)
                return try await base.notifications(matching: filter).map { $0.with(position: $0.position + shift) }
            }
        },
        StoreMutant("lists what happened since it was opened", caughtBy: OutboxRules.reopened) { store, site in
            let opening = site.openings.withLock { $0 }
            store.listingNotifications = { base, filter in
                var filter = filter
                if opening > 1 { filter.after = max(filter.after, Int64(site.numbers.withLock { $0["last"] ?? 0 })) }
                let page = try await base.notifications(matching: filter)
                if let last = page.last?.position { site.numbers.withLock { $0["last"] = Int(last) } }
                return page
            }
        },
    ]

    private static let pages: [StoreMutant] = [
        filtering("gives one change more than it was asked for", caughtBy: OutboxRules.limit) { $0.limit += 1 },
        filtering("shows changes of every state", caughtBy: OutboxRules.states) { $0.state = nil },
        filtering("shows what waits among what is due", caughtBy: OutboxRules.states) { $0.isScheduled = false },
        filtering("begins anew when a state is asked for", caughtBy: OutboxRules.states) { filter in
            if filter.state != nil { filter.after = 0 }
        },
        StoreMutant("shows the changes of both environments", caughtBy: OutboxRules.environment) { store, site in
            store.listingNotifications = { base, filter in
                let own = try await base.notifications(matching: filter)
                var all = own
                for environment in PaymentEnvironment.allCases {
                    all += try await site.data
                        .withStore(environment) { store in
                            try await store.notifications(matching: filter)
                        }
                        .filter { entry in !own.contains { $0.notification.id == entry.notification.id } }
                }
                return all
            }
        },
    ]

    private static let entries: [StoreMutant] = [
        showing("says that what waits is due", caughtBy: OutboxRules.states) { entry in
            entry.with(dueAt: entry.state == .pending ? entry.dueAt ?? entry.notification.at : nil)
        },
        showing("counts no tries", caughtBy: OutboxRules.states) { $0.with(attempts: 0) },
        showing("takes what was given up for delivered", caughtBy: OutboxRules.states) { entry in
            entry.with(state: entry.state == .dead ? .delivered : entry.state)
        },
        showing("says when what is done with was due", caughtBy: OutboxRules.states) { entry in
            entry.with(dueAt: entry.state == .pending ? entry.dueAt : entry.notification.at)
        },
    ]

    /// A store that is asked for other notifications than it gives.
    private static func filtering(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout OutboxFilter) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.listingNotifications = { base, filter in
                var filter = filter
                change(&filter)
                return try await base.notifications(matching: filter)
            }
        }
    }

    /// A store that says something else of its notifications.
    private static func showing(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (OutboxEntry) -> OutboxEntry
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.listingNotifications = { base, filter in
                try await base.notifications(matching: filter).map(change)
            }
        }
    }
}
