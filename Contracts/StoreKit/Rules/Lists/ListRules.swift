import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A list is paged by key: complete, newest first, and the same whatever is recorded meanwhile.
enum ListRules {
    static let all: [StoreRule] = [newestFirst, stable, limit, filters, bytes]

    /// Payments of several milliseconds, three in each, recorded in no order; newest first.
    private static func record(_ count: Int, in store: any PaymentStore) async throws -> [PaymentID] {
        var ids: [PaymentID] = []
        for index in 0..<count {
            let time = Sample.now.addingTimeInterval(Double(index * 7 % count / 3) / 1000)
            ids.append(try await store.recorded(try Sample.payment("\(index)", at: time)).id)
        }
        return ids.sorted(by: >)
    }

    static let newestFirst = StoreRule(
        "list.newest-first",
        "Ids sort by time, so a list in their order, from the greatest, is one in which nothing is missed or shown twice."
    ) { subject in
        try await subject.withStore { store in
            let ids = try await record(11, in: store)
            for limit in [1, 3, 11, 50] {
                let listed = try await store.pages(PaymentFilter(limit: limit)).map(\.id)
                try requireEqual(listed, ids, sent: "a walk by \(limit) through 11 payments")
            }
        }
    }

    static let stable = StoreRule(
        "list.stable",
        "Payments are recorded while somebody pages; whoever counts rows would then show some twice and miss others."
    ) { subject in
        try await subject.withStore { store in
            let ids = try await record(9, in: store)
            var listed: [PaymentID] = []
            for index in 0..<3 {
                let filter = PaymentFilter(limit: 3, after: listed.last)
                listed += try await store.payments(matching: filter).map(\.id)
                let time = Sample.now.addingTimeInterval(Double(index + 1))
                _ = try await store.recorded(try Sample.payment("new \(index)", at: time))
            }
            try requireEqual(listed, ids, sent: "three pages of 3, with a new payment after each")
            let end = try await store.payments(matching: PaymentFilter(limit: 3, after: listed.last))
            try requireEqual(end, [], sent: "a page behind the last one")
        }
    }

    static let limit = StoreRule(
        "list.limit",
        "A page is never longer than was asked for: memory and answers are bounded by it."
    ) { subject in
        try await subject.withStore { store in
            _ = try await record(5, in: store)
            for (limit, count) in [(1, 1), (4, 4), (5, 5), (6, 5)] {
                let page = try await store.payments(matching: PaymentFilter(limit: limit))
                try requireEqual(page.count, count, sent: "a page of at most \(limit) of 5")
            }
        }
    }

    static let filters = StoreRule(
        "list.filters",
        "Each filter narrows, all together too, and each follows what the payment is now."
    ) { subject in
        try await subject.withStore { store in
            for (index, account) in ["wallets", "agents", "wallets", "agents"].enumerated() {
                let payment = try Sample.payment(index < 2 ? "A" : "B", key: "\(index)", account: account)
                _ = try await store.created(payment, as: "p-\(index)")
            }
            let wallets = try Sample.account()
            func keys(_ filter: PaymentFilter) async throws -> [String] {
                var filter = filter
                filter.limit = 1
                return try await store.pages(filter).map(\.request.key.rawValue).sorted()
            }
            let unpaid = try await keys(PaymentFilter(status: .pending))
            try requireEqual(unpaid, ["0", "1", "2", "3"], sent: "status pending, before they succeed")
            for (index, account) in [(1, "agents"), (2, "wallets"), (3, "agents")] {
                _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-\(index)", account: account)])
            }
            let cases: [(PaymentFilter, [String])] = [
                (PaymentFilter(), ["0", "1", "2", "3"]),
                (PaymentFilter(status: .pending), ["0"]),
                (PaymentFilter(status: .succeeded), ["1", "2", "3"]),
                (PaymentFilter(status: .failed), []),
                (PaymentFilter(account: wallets), ["0", "2"]),
                (PaymentFilter(reference: "A"), ["0", "1"]),
                (PaymentFilter(account: wallets, reference: "A"), ["0"]),
                (PaymentFilter(status: .succeeded, account: wallets), ["2"]),
                (PaymentFilter(status: .succeeded, account: wallets, reference: "B"), ["2"]),
                (PaymentFilter(status: .succeeded, reference: "A"), ["1"]),
            ]
            for (filter, due) in cases {
                try requireEqual(try await keys(filter), due, sent: "\(filter)")
            }
        }
    }

    static let bytes = StoreRule(
        "list.filters.bytes",
        "A reference is looked for byte for byte: nothing is folded, trimmed or taken for a pattern."
    ) { subject in
        try await subject.withStore { store in
            let references = ["caf\u{E9}", "cafe\u{301}", "CAF\u{C9}", "A_", "AB", "A%", "\\"]
            for reference in references { _ = try await store.recorded(try Sample.payment(reference)) }
            for reference in references {
                let listed = try await store.payments(matching: PaymentFilter(reference: reference))
                let came = listed.map { Array($0.reference.utf8) }
                try requireEqual(came, [Array(reference.utf8)], sent: "a list of the reference \(reference)")
            }
            for reference in ["", "a_", "A", "AB ", "%", "cafe", "A_\0"] {
                let listed = try await store.payments(matching: PaymentFilter(reference: reference))
                try requireEqual(listed.map(\.reference), [], sent: "a list of the reference \(reference)")
            }
        }
    }
}
