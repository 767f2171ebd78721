import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

extension OutboxRules {
    static let states = StoreRule(
        "outbox.states",
        "A person looks here for what was not delivered: how far each has come, how often it was sent, and when it is next."
    ) { subject in
        let lease = Sample.later.addingTimeInterval(60)
        try await subject.withStore { store in
            func take(at time: Date) async throws -> [PendingNotification] {
                try await store.claimNotifications(at: time, limit: 9, until: time + 60)
            }
            _ = try await store.created(try Sample.payment(), as: "p-1")
            _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1")])
            let new = [Seen(.pending, 0, Sample.now), Seen(.pending, 0, nil), Seen(.pending, 0, nil)]
            try requireEqual(try await store.outbox().map(Seen.init), new, sent: "three changes")
            let waiting = try await store.outbox()
            for after in [0] + waiting.map(\.position) {
                let listed = try await store.outbox(OutboxFilter(isScheduled: true, after: after))
                let due = waiting.filter { $0.dueAt != nil && $0.position > after }
                try requireEqual(listed, due, sent: "those that have a time at which they are due, behind \(after)")
            }
            try await store.settle(try await take(at: Sample.later), as: .retry(at: lease + 5))
            let retried = try await store.outbox().map(Seen.init)
            try requireEqual(retried, [Seen(.pending, 1, lease + 5)] + new.dropFirst(), sent: "a try that failed")
            try await store.settle(try await take(at: lease + 5), as: .dead)
            try await store.settle(try await take(at: lease + 5), as: .delivered)
            let all = try await store.outbox()
            let ends = [Seen(.dead, 2, nil), Seen(.delivered, 1, nil)]
            try requireEqual(all.prefix(2).map(Seen.init), ends, sent: "one given up, one delivered")
            try requireEqual(all.last?.state, .pending, sent: "one that is left")
            try requireEqual(all.last?.dueAt == nil, false, sent: "one that is left: whether nobody is to send it")
            for state in OutboxState.allCases {
                for after in [0] + all.map(\.position) {
                    let listed = try await store.outbox(OutboxFilter(state: state, after: after, limit: 1))
                    let due = all.filter { $0.state == state && $0.position > after }
                    try requireEqual(listed, due, sent: "those that are \(state), behind \(after)")
                }
            }
        }
    }

    /// What the outbox says of one notification beside what it is.
    private struct Seen: Hashable {
        let state: OutboxState
        let attempts: Int
        let dueAt: Date?

        init(_ state: OutboxState, _ attempts: Int, _ dueAt: Date?) {
            self.state = state
            self.attempts = attempts
            self.dueAt = dueAt
        }

        init(_ entry: OutboxEntry) {
            self.init(entry.state, entry.attempts, entry.dueAt)
        }
    }
}
