import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A person may have any notification delivered again, as if it were new, and no other suffers from it.
enum ReplayRules {
    static let all: [StoreRule] = [deadLetter, delivered, fenced, behindOlder, nothingStuck, unknown]

    static let time = Sample.later.addingTimeInterval(100)

    static func take(from store: any PaymentStore, at time: Date = time) async throws -> [PendingNotification] {
        try await store.claimNotifications(at: time, limit: 9, until: time + 60)
    }

    static func replay(_ id: String?, in store: any PaymentStore, at time: Date = time) async throws {
        let id = id ?? "none"
        let isThere = try await store.replayNotification(id, at: time)
        try requireEqual(isThere, true, sent: "a replay of \(id): whether it is there")
    }

    static let deadLetter = StoreRule(
        "replay.dead-letter",
        "The merchant is back after days: what was given up is sent under the same id, with as much patience as a new one."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.recorded(try Sample.payment())
            let first = try await take(from: store, at: Sample.later)
            try requireEqual(first.map(\.since), [payment.announcement.at], sent: "a new one: since when it is tried")
            try await store.settle(first, as: .dead)
            let dead = try await store.outbox()
            try await replay(payment.announcement.id, in: store)
            let due = dead.map {
                OutboxEntry(
                    position: $0.position,
                    notification: $0.notification,
                    state: .pending,
                    attempts: 0,
                    dueAt: time
                )
            }
            try requireEqual(try await store.outbox(), due, sent: "a replay of a dead letter")
            let early = try await take(from: store, at: time - 0.001)
            try requireEqual(early, [], sent: "taking 1 ms before the time of the replay")
            let again = try await take(from: store)
            try requireEqual(again.map(\.notification), [payment.announcement], sent: "taking what is replayed")
            try requireEqual(again.map(\.attempts), [0], sent: "taking what is replayed")
            try requireEqual(again.map(\.since), [time], sent: "a replay: since when it is tried")
            try await store.settle(again, as: .retry(at: time + 10))
            let retried = try await take(from: store, at: time + 10)
            try requireEqual(retried.map(\.attempts), [1], sent: "a try after a replay")
            try requireEqual(retried.map(\.since), [time], sent: "a try after a replay: since when it is tried")
        }
    }

    static let delivered = StoreRule(
        "replay.delivered",
        "A merchant that lost what it was told asks to be told again, by the id that it knows."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let told = try await store.deliverAll()
            try await replay(told.last?.id, in: store)
            let again = try await store.deliverAll(at: time)
            try requireEqual(again, Array(told.suffix(1)), sent: "a replay of what was delivered")
            let rest = try await store.deliverAll(at: time + 86_400)
            try requireEqual(rest, [], sent: "a replay that was delivered, a day later")
        }
    }

    static let fenced = StoreRule(
        "replay.fenced",
        "A sender from before the replay says what came of the former try; a dead letter would be dead again at once."
    ) { subject in
        try await subject.withOpenings { _, stores in
            _ = try await stores[0].recorded(try Sample.payment())
            let stale = try await take(from: stores[0], at: Sample.later)
            try requireEqual(stale.count, 1, sent: "taking what is due")
            try await replay(stale.first?.notification.id, in: stores[1])
            let new = try await stores[1].outbox()
            for outcome in [NotificationResult.Outcome.delivered, .retry(at: Sample.now), .dead] {
                try await stores[0].settle(stale, as: outcome)
                try requireEqual(try await stores[1].outbox(), new, sent: "a result from before the replay: \(outcome)")
            }
            let fresh = try await take(from: stores[1])
            let grows = (fresh.first?.fence ?? 0) > (stale.first?.fence ?? 0)
            try requireEqual(grows, true, sent: "a fence after a replay: whether it grows")
        }
    }

    static let unknown = StoreRule(
        "replay.unknown",
        "An id that is not here, or is of the other environment, is no notification: whoever asks is told so."
    ) { subject in
        try await subject.withEmptyData { data in
            let other = try await data.withStore(.live) { store in
                let payment = try await store.recorded(try Sample.payment(environment: .live))
                _ = try await store.deliverAll()
                return (id: payment.announcement.id, outbox: try await store.outbox())
            }
            try await data.withStore { store in
                let payment = try await store.recorded(try Sample.payment())
                _ = try await store.deliverAll()
                let known = payment.announcement.id
                let never = try Sample.payment("never").announcement.id
                for id in [
                    other.id, never, "", "msg_", "\(known)9", "\(known)\0", "\(known.dropLast())0\(known.suffix(1))",
                    known.uppercased(), "%",
                ] {
                    let isThere = try await store.replayNotification(id, at: time)
                    try requireEqual(isThere, false, sent: "a replay of \(id)")
                }
                try requireEqual(try await store.deliverAll(at: time), [], sent: "replays of what is not here")
            }
            let outbox = try await data.withStore(.live) { store in try await store.outbox() }
            try requireEqual(outbox, other.outbox, sent: "a replay from the other environment")
        }
    }
}
