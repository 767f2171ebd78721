import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum ListMutants {
    static let all: [StoreMutant] = [
        StoreMutant("shows the oldest of a page first", caughtBy: ListRules.newestFirst) { store, _ in
            store.listing = { base, filter in try await base.payments(matching: filter).sorted { $0.id < $1.id } }
        },
        StoreMutant("misses what is of the same millisecond as the last", caughtBy: ListRules.newestFirst) { store, _ in
            store.listing = { base, filter in
                try await base.payments(matching: filter)
                    .filter { payment in
                        filter.after.map { $0.rawValue.prefix(14) != payment.id.rawValue.prefix(14) } ?? true
                    }
            }
        },
        StoreMutant("pages by offset", caughtBy: ListRules.stable) { store, site in
            store.listing = { base, filter in
                let offset = filter.after.flatMap { after in site.numbers.withLock { $0[after.rawValue] } } ?? 0
                var whole = filter
                whole.after = nil
                whole.limit = 500
                let page = try await base.payments(matching: whole).dropFirst(offset).prefix(filter.limit)
                if let last = page.last {
                    site.numbers.withLock { $0[last.id.rawValue] = offset + page.count }
                }
                return Array(page)
            }
        },
        listing("shows one more than it was asked for", caughtBy: ListRules.limit) { $0.limit += 1 },
        listing("looks at no status beside an account", caughtBy: ListRules.filters) { filter in
            if filter.account != nil { filter.status = nil }
        },
        listing("looks at no reference beside a status", caughtBy: ListRules.filters) { filter in
            if filter.status != nil { filter.reference = nil }
        },
        StoreMutant("finds payments by the status that they had first", caughtBy: ListRules.filters) { store, site in
            store.listing = { base, filter in
                try await base.payments(matching: filter)
                    .filter { payment in
                        let status = site.first(payment.id.rawValue, payment).status
                        return filter.status.map { $0 == status } ?? true
                    }
            }
        },
        references("looks for references in any case", folding: { $0.lowercased() }),
        // As strings, two normal forms of one letter are equal.
        references("looks for references in any normal form", folding: { $0 }),
        StoreMutant("takes another payment when there is none", caughtBy: ReadingRules.unknown) { store, _ in
            store.reading = { base, id in
                if let payment = try await base.payment(id) { return payment }
                return try await base.first { _ in true }
            }
        },
        StoreMutant("reads what it has read before", caughtBy: ReadingRules.everywhere) { store, site in
            let opening = site.openings.withLock { $0 }
            store.reading = { base, id in
                try await base.payment(id).map { site.first("\(opening) \(id)", $0) }
            }
        },
    ]

    /// A store that lists with another filter.
    private static func listing(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout PaymentFilter) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.listing = { base, filter in
                var filter = filter
                change(&filter)
                return try await base.payments(matching: filter)
            }
        }
    }

    /// A store that finds other references than it is asked for.
    private static func references(
        _ description: String,
        folding: @escaping @Sendable (String) -> String
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: ListRules.bytes) { store, _ in
            store.listing = { base, filter in
                var whole = filter
                whole.reference = nil
                return try await base.payments(matching: whole)
                    .filter { payment in filter.reference.map { folding($0) == folding(payment.reference) } ?? true }
            }
        }
    }
}
