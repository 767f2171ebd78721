import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// The outbox is a log of what happened: in order, complete, and read on from a position that stays.
enum OutboxRules {
    static let all: [StoreRule] = [order, noLatecomers, limit, states, environment, reopened]

    static let order = StoreRule(
        "outbox.order",
        "Who reads on behind the last position that it dealt with must get each change once, in the order of the commits."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.absorb([try Sample.callback(.succeeded, of: "c")])
            let a = try await store.recorded(try Sample.payment("a")).id
            let b = try await store.created(try Sample.payment("b"), as: "b").id
            try await store.named(a, "a")
            for name in ["b", "a"] { _ = try await store.absorb([try Sample.callback(.succeeded, of: name)]) }
            let c = try await store.created(try Sample.payment("c"), as: "c").id
            let due: [(PaymentID, PaymentStatus)] = [
                (a, .created), (b, .created), (b, .pending), (a, .pending), (b, .succeeded), (a, .succeeded),
                (c, .created), (c, .pending), (c, .succeeded),
            ]
            for limit in [1, 2, 9, 50] {
                let listed = try await store.outbox(OutboxFilter(limit: limit))
                let came = listed.map { "\($0.notification.paymentID) \($0.notification.status)" }
                try requireEqual(came, due.map { "\($0.0) \($0.1)" }, sent: "a walk by \(limit) through 9 changes")
                let positions = listed.map(\.position)
                let grows = zip(positions, positions.dropFirst()).allSatisfy(<) && positions.allSatisfy { $0 > 0 }
                try require(grows, sent: "9 changes", came: "positions \(positions)", due: "greater ones, from 1 on")
            }
            let listed = Set(try await store.outbox().map(\.notification))
            try requireEqual(Set(try await store.deliverAll()), listed, sent: "what is listed, and what is delivered")
        }
    }

    static let noLatecomers = StoreRule(
        "outbox.no-latecomers",
        "A position that is given before the commit shows up late, behind a reader's back, who never hears of that change."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let walks = try await concurrently(8) { writer in
                let store = stores[writer % 2]
                var walk: [OutboxEntry] = []
                for round in 0..<2 {
                    _ = try await store.created(try Sample.payment("\(writer) \(round)"), as: "\(writer) \(round)")
                    walk += try await store.outbox(OutboxFilter(after: walk.last?.position ?? 0))
                }
                return walk
            }
            var readings: [[String]] = []
            for walk in walks {
                let rest = try await stores[1].outbox(OutboxFilter(after: walk.last?.position ?? 0))
                readings.append((walk + rest).map(\.notification.id))
            }
            let whole = try await stores[0].outbox().map(\.notification.id)
            try requireEqual(Set(whole).count, 32, sent: "two changes of 16 payments, by 8 writers at once")
            for reading in readings {
                try requireEqual(reading, whole, sent: "a reader beside 8 writers, and the outbox afterwards")
            }
        }
    }

    static let limit = StoreRule(
        "outbox.limit",
        "A page is never longer than was asked for: memory and answers are bounded by it."
    ) { subject in
        try await subject.withStore { store in
            for index in 0..<5 { _ = try await store.recorded(try Sample.payment("\(index)")) }
            for (limit, count) in [(1, 1), (4, 4), (5, 5), (6, 5)] {
                let page = try await store.notifications(matching: OutboxFilter(limit: limit))
                try requireEqual(page.count, count, sent: "a page of at most \(limit) of 5")
            }
        }
    }

    static let environment = StoreRule(
        "outbox.environment",
        "Who reads of real money must not read of play money."
    ) { subject in
        try await subject.withEmptyData { data in
            for environment in PaymentEnvironment.allCases {
                try await data.withStore(environment) { store in
                    try requireEqual(try await store.outbox(), [], sent: "the outbox of an empty \(environment)")
                    let payment = try await store.recorded(try Sample.payment(environment: environment))
                    let came = try await store.outbox().map(\.notification)
                    try requireEqual(came, [payment.announcement], sent: "one payment in \(environment)")
                }
            }
        }
    }

    static let reopened = StoreRule(
        "outbox.reopened",
        "A reader keeps its position across a restart: what it has read stays where it was, and what is new comes behind."
    ) { subject in
        try await subject.withEmptyData { data in
            let before = try await data.withStore { store in
                _ = try await store.created(try Sample.payment("A"), as: "p-1")
                return try await store.outbox()
            }
            try requireEqual(before.count, 2, sent: "two changes")
            try await data.withStore { store in
                try requireEqual(try await store.outbox(), before, sent: "two changes, after reopening")
                let payment = try await store.recorded(try Sample.payment("B"))
                let after = OutboxFilter(after: before.last?.position ?? 0)
                let news = try await store.outbox(after).map(\.notification)
                try requireEqual(news, [payment.announcement], sent: "a change after reopening")
            }
        }
    }
}
