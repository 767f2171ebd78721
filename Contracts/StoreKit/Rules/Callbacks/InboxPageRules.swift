import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A person reads the inbox for what nobody could make anything of: newest first, page by page.
enum InboxPageRules {
    static let all: [StoreRule] = [newestFirst, limit, states, environment, unknown]

    /// Callbacks that were not understood, in order.
    private static func absorb(_ numbers: ClosedRange<UInt8>, in store: any PaymentStore) async throws {
        let batch = try numbers.map { try Sample.delivery(.keep(.notUnderstood, note: "\($0)"), body: [$0]) }
        _ = try await store.absorb(batch)
    }

    static let newestFirst = StoreRule(
        "inbox.newest-first",
        "What came last is looked at first, and callbacks that come while somebody pages are neither shown twice nor hide any."
    ) { subject in
        try await subject.withStore { store in
            try await absorb(1...4, in: store)
            try await absorb(5...7, in: store)
            for limit in [1, 3, 7, 50] {
                let listed = try await store.leaves(InboxFilter(limit: limit))
                let came = listed.flatMap(\.callback.body)
                try requireEqual(came, [7, 6, 5, 4, 3, 2, 1], sent: "a walk by \(limit) through 7 callbacks")
                let numbers = listed.map(\.number)
                let falls = zip(numbers, numbers.dropFirst()).allSatisfy(>)
                try require(falls, sent: "7 callbacks", came: "numbers \(numbers)", due: "smaller and smaller ones")
            }
            var listed: [InboxEntry] = []
            for number in UInt8(8)...10 {
                listed += try await store.inbox(matching: InboxFilter(before: listed.last?.number, limit: 3))
                try await absorb(number...number, in: store)
            }
            let came = listed.flatMap(\.callback.body)
            try requireEqual(came, [7, 6, 5, 4, 3, 2, 1], sent: "pages of 3, with a new callback after each")
        }
    }

    static let limit = StoreRule(
        "inbox.limit",
        "A page is never longer than was asked for: bodies are large, and memory and answers are bounded by it."
    ) { subject in
        try await subject.withStore { store in
            try await absorb(1...5, in: store)
            for (limit, count) in [(1, 1), (4, 4), (5, 5), (6, 5)] {
                let page = try await store.inbox(matching: InboxFilter(limit: limit))
                try requireEqual(page.count, count, sent: "a page of at most \(limit) of 5")
            }
        }
    }

    static let states = StoreRule(
        "inbox.states",
        "Whoever asks for nothing in particular is shown what is left to do, all of it, and not the thousands that are done."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            for state in InboxState.allCases {
                let body = Array(state.rawValue.utf8)
                let delivery =
                    switch state {
                    case .absorbed: try Sample.callback(.succeeded, of: "p-1")
                    case .unmatched: try Sample.callback(.succeeded, of: "p-9")
                    case let state: try Sample.delivery(.keep(state, note: "a note"), body: body)
                    }
                _ = try await store.absorb([delivery])
            }
            for state in InboxState.allCases {
                let came = try await store.leaves(InboxFilter(state: state, limit: 1)).map(\.state)
                try requireEqual(came, [state], sent: "those that are \(state)")
            }
            let open = InboxState.allCases.reversed().filter { !$0.isSettled }
            for limit in [1, 50] {
                let came = try await store.leaves(InboxFilter(limit: limit)).map(\.state)
                try requireEqual(came, open, sent: "those of no state in particular, by \(limit)")
            }
            // What waited is done with when its payment appears.
            try await store.set(payment.id) { $0.providerPaymentID = "p-9" }
            let came = try await store.leaves(InboxFilter()).map(\.state)
            try requireEqual(came, open.filter { $0 != .unmatched }, sent: "those of no state, when a payment appeared")
            let done = try await store.leaves(InboxFilter(state: .absorbed, limit: 1)).map(\.paymentID)
            try requireEqual(done, [payment.id, payment.id], sent: "those that are absorbed, when a payment appeared")
        }
    }

    static let environment = StoreRule(
        "inbox.environment",
        "A callback of play money is no case for whoever looks after real money, whatever number it is asked for by."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in try await absorb(1...2, in: store) }
            try await data.withStore(.live) { store in
                try requireEqual(try await store.kept().count, 0, sent: "two sandbox callbacks, live")
                try await absorb(1...1, in: store)
                try requireEqual(try await store.kept().map(\.copies), [1], sent: "the same bytes, live")
            }
            for environment in PaymentEnvironment.allCases {
                let numbers = try await data.withStore(environment) { store in try await store.kept().map(\.number) }
                for other in PaymentEnvironment.allCases where other != environment {
                    try await data.withStore(other) { store in
                        let own = Set(try await store.kept().map(\.number))
                        for number in numbers where !own.contains(number) {
                            let came = try await store.inboxEntry(number).map(KeptCallback.init)
                            try requireEqual(came, nil, sent: "a number of the inbox of \(environment), in \(other)")
                        }
                    }
                }
            }
        }
    }

    static let unknown = StoreRule(
        "inbox.unknown",
        "A number that no callback has is none, and no error: the nearest one would be read as the one that was asked for."
    ) { subject in
        try await subject.withStore { store in
            try requireEqual(try await store.leaves(InboxFilter()).count, 0, sent: "the inbox of an empty store")
            try await absorb(1...2, in: store)
            let numbers = try await store.kept().map(\.number)
            let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
            for number in [0, -1, first - 1, last + 1, Int64.max, Int64.min] where !numbers.contains(number) {
                let came = try await store.inboxEntry(number).map(KeptCallback.init)
                try requireEqual(came, nil, sent: "the number \(number), where there are \(first) to \(last)")
            }
        }
    }
}
