import PaymentContracts
import PaymentGateway
import PaymentIntents

extension ReplayRules {
    static let behindOlder = StoreRule(
        "replay.behind-older",
        "A replay must not overtake: while an older one of its payment is still to be delivered, it waits."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let told = try await store.deliverAll()
            for notification in told { try await replay(notification.id, in: store) }
            for notification in told {
                let taken = try await take(from: store)
                try requireEqual(taken.map(\.notification), [notification], sent: "two replays of one payment")
                try requireEqual(taken.map(\.attempts), [0], sent: "two replays of one payment")
                try requireEqual(taken.map(\.since), [time], sent: "two replays of one payment: since when")
                try requireEqual(try await take(from: store), [], sent: "taking more while one is under way")
                try await store.settle(taken, as: .delivered)
            }
            try requireEqual(try await take(from: store), [], sent: "two replays, both delivered")
        }
    }

    static let nothingStuck = StoreRule(
        "replay.nothing-stuck",
        "Whatever is replayed while others of its payment are still to be delivered, all are delivered, one at a time."
    ) { subject in
        // Which of three are replayed: while the first is to be delivered, and when it is dead and the second is next.
        for isFirstDead in [false, true] {
            for replayed in [[0], [1], [0, 1], [2, 1, 0]] {
                try await subject.withStore { store in
                    _ = try await store.created(try Sample.payment(), as: "p-1")
                    _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1")])
                    let ids = try await store.outbox().map(\.notification.id)
                    if isFirstDead { try await store.settle(try await take(from: store, at: Sample.later), as: .dead) }
                    for index in replayed { try await replay(ids.dropFirst(index).first, in: store) }
                    let due = isFirstDead && !replayed.contains(0) ? Array(ids.dropFirst()) : ids
                    let sent = "replays of \(replayed.map { $0 + 1 }) of three, \(isFirstDead ? "1 dead" : "none sent")"
                    var told: [String] = []
                    for number in 1...due.count {
                        let taken = try await take(from: store)
                        try requireEqual(taken.count, 1, sent: "\(sent): taking \(number) of \(due.count)")
                        told += taken.map(\.notification.id)
                        try await store.settle(taken, as: .delivered)
                    }
                    try requireEqual(told.sorted(), due.sorted(), sent: sent)
                }
            }
        }
    }
}
