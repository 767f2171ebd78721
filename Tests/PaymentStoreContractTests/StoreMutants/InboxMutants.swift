import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

/// Stores that show their inbox wrongly; what they keep is right.
enum InboxMutants {
    static let all: [StoreMutant] = order + pages + numbers

    private static let order: [StoreMutant] = [
        StoreMutant("shows the oldest callback first", caughtBy: InboxPageRules.newestFirst) { store, _ in
            store.listingInbox = { base, filter in try await base.inbox(matching: filter).reversed() }
        },
        filtering("shows the last callback of a page on the next one too", caughtBy: InboxPageRules.newestFirst) {
            if let before = $0.before { $0.before = before + 1 }
        },
        StoreMutant("counts callbacks in place of numbers", caughtBy: InboxPageRules.newestFirst) { store, site in
            store.listingInbox = { base, filter in
                let all = try await base.leaves(InboxFilter(state: filter.state))
                let start = filter.before == nil ? 0 : site.numbers.withLock { $0["next"] ?? 0 }
                let page = all.dropFirst(start).prefix(filter.limit)
                site.numbers.withLock { $0["next"] = start + page.count }
                return Array(page)
            }
        },
    ]

    private static let pages: [StoreMutant] = [
        filtering("gives one callback more than it was asked for", caughtBy: InboxPageRules.limit) { $0.limit += 1 },
        StoreMutant("shows what is done as well", caughtBy: InboxPageRules.states) { store, _ in
            store.listingInbox = { base, filter in
                guard filter.state == nil else { return try await base.inbox(matching: filter) }
                let all = try await base.kept().reversed().filter { $0.number < filter.before ?? .max }
                return Array(all.prefix(filter.limit))
            }
        },
        StoreMutant("shows what is not understood alone", caughtBy: InboxPageRules.states) { store, _ in
            store.listingInbox = { base, filter in
                var filter = filter
                filter.state = filter.state ?? .notUnderstood
                return try await base.inbox(matching: filter)
            }
        },
        filtering("shows callbacks of every state", caughtBy: InboxPageRules.states) { $0.state = nil },
        StoreMutant("shows the callbacks of both environments", caughtBy: InboxPageRules.environment) { store, site in
            store.listingInbox = { base, filter in
                var all: [InboxEntry] = []
                for environment in PaymentEnvironment.allCases {
                    all += try await site.data.withStore(environment) { store in
                        try await store.inbox(matching: filter)
                    }
                }
                return Array(all.sorted { $0.number > $1.number }.prefix(filter.limit))
            }
        },
        StoreMutant("forgets the reasons when it is opened", caughtBy: InboxEntryRules.reopened) { store, site in
            let opening = site.openings.withLock { $0 }
            store.listingInbox = { base, filter in
                try await base.inbox(matching: filter).map { opening == 1 ? $0 : $0.with(note: nil) }
            }
        },
    ]

    private static let numbers: [StoreMutant] = [
        StoreMutant("shows a callback of the other environment by number", caughtBy: InboxPageRules.environment) {
            store,
            site in
            store.readingInbox = { base, number in
                if let entry = try await base.inboxEntry(number) { return entry }
                for environment in PaymentEnvironment.allCases {
                    let other = try await site.data.withStore(environment) { store in
                        try await store.inboxEntry(number)
                    }
                    if let other { return other }
                }
                return nil
            }
        },
        StoreMutant("gives the newest callback for a number that nobody has", caughtBy: InboxPageRules.unknown) {
            store,
            _ in
            store.readingInbox = { base, number in
                if let entry = try await base.inboxEntry(number) { return entry }
                return try await base.inbox(matching: InboxFilter(limit: 1)).first
            }
        },
        StoreMutant("numbers callbacks anew when it is opened", caughtBy: InboxEntryRules.reopened) { store, site in
            let shift = Int64(site.openings.withLock { $0 }) * 1000
            store.listingInbox = { base, filter in
                var filter = filter
                filter.before = filter.before.map { $0 - shift }
                return try await base.inbox(matching: filter).map { $0.with(number: $0.number + shift) }
            }
            store.readingInbox = { base, number in
                try await base.inboxEntry(number - shift).map { $0.with(number: $0.number + shift) }
            }
        },
    ]

    /// A store that is asked for other callbacks than it gives.
    private static func filtering(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout InboxFilter) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.listingInbox = { base, filter in
                var filter = filter
                change(&filter)
                return try await base.inbox(matching: filter)
            }
        }
    }
}
