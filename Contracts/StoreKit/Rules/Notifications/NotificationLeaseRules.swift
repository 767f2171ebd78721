import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Whoever takes a notification has it until a time that is known; then somebody else may take it, and what the first
/// one says no longer counts.
enum NotificationLeaseRules {
    static let all: [StoreRule] = [held, expires, fenced, retry, delivered, dead, setBack]

    private static let lease = Sample.later.addingTimeInterval(60)

    private static func taken(
        from store: any PaymentStore,
        at time: Date = Sample.later,
        until: Date = lease
    ) async throws -> [PendingNotification] {
        try await store.claimNotifications(at: time, limit: 9, until: until)
    }

    static let held = StoreRule(
        "notification.lease.held",
        "While a sender holds a notification nobody else gets it, or the merchant is told twice for no reason."
    ) { subject in
        try await subject.withOpenings { _, stores in
            _ = try await stores[0].recorded(try Sample.payment())
            let early = try await taken(from: stores[0], at: Sample.now - 0.001)
            try requireEqual(early, [], sent: "taking before anything is due")
            let first = try await taken(from: stores[0], at: Sample.now)
            try requireEqual(first.map(\.attempts), [0], sent: "taking what is due just now")
            for time in [Sample.now, Sample.later, lease - 0.001] {
                let again = try await taken(from: stores[1], at: time)
                try requireEqual(again, [], sent: "taking what is taken until \(lease), at \(time)")
            }
        }
    }

    static let expires = StoreRule(
        "notification.lease.expires",
        "A sender that died must not silence a payment: when its lease is over the same notification is given again."
    ) { subject in
        try await subject.withOpenings { _, stores in
            _ = try await stores[0].recorded(try Sample.payment())
            let first = try await taken(from: stores[0])
            let second = try await taken(from: stores[1], at: lease, until: lease + 60)
            try requireEqual(
                second.map(\.notification),
                first.map(\.notification),
                sent: "taking when the lease is over"
            )
            try requireEqual(second.map(\.attempts), [1], sent: "taking when the lease is over")
            let fences = (first + second).map(\.fence)
            try require(
                fences.count == 2 && fences[0] < fences[1],
                sent: "taking twice",
                came: "fences \(fences)",
                due: "a second that is greater"
            )
        }
    }

    static let fenced = StoreRule(
        "notification.fenced",
        "A sender that wakes up after its lease says what happened long ago; the result of whoever has it now counts."
    ) { subject in
        try await subject.withOpenings { _, stores in
            _ = try await stores[0].recorded(try Sample.payment())
            let stale = try await taken(from: stores[0])
            let fresh = try await taken(from: stores[1], at: lease, until: lease + 60)
            for outcome in [NotificationResult.Outcome.delivered, .retry(at: Sample.now), .dead] {
                try await stores[0].settle(stale, as: outcome)
                let now = try await taken(from: stores[0], at: lease, until: lease + 60)
                try requireEqual(now, [], sent: "a stale result: \(outcome)")
            }
            let again = try await taken(from: stores[0], at: lease + 60, until: lease + 120)
            try requireEqual(
                again.map(\.notification),
                fresh.map(\.notification),
                sent: "stale results, then the end of the second lease"
            )
            try await stores[0].settle(NotificationResult(id: "msg_unknown", fence: 1, outcome: .delivered))
        }
    }

    static let retry = StoreRule(
        "notification.retry",
        "What could not be delivered waits for its time, not less and not more, and what is behind it waits too."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let first = try await taken(from: store)
            let time = Sample.later.addingTimeInterval(5)
            try await store.settle(first, as: .retry(at: time))
            let early = try await taken(from: store, at: time - 0.001)
            try requireEqual(early, [], sent: "taking 1 ms before the next try")
            let second = try await taken(from: store, at: time)
            try requireEqual(second.map(\.notification), first.map(\.notification), sent: "taking at the next try")
            try requireEqual(second.map(\.attempts), [1], sent: "taking at the next try")
            // Longer than the lease would have lasted.
            try await store.settle(second, as: .retry(at: lease + 3600))
            try requireEqual(try await taken(from: store, at: lease + 60), [], sent: "taking before a later try")
        }
    }

    static let delivered = StoreRule(
        "notification.delivered",
        "What was delivered is done with, however often its sender says something else afterwards."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.recorded(try Sample.payment())
            let first = try await taken(from: store)
            try await store.settle(first, as: .delivered)
            try await store.settle(first, as: .retry(at: Sample.now))
            let again = try await taken(from: store, at: lease + 86_400, until: lease + 90_000)
            try requireEqual(again, [], sent: "a delivery, then a retry under the same fence, a day later")
        }
    }

    static let dead = StoreRule(
        "notification.dead-letter",
        "What is given up is not tried again by itself, and what is behind it goes on."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment(), as: "p-1")
            let first = try await taken(from: store)
            try await store.settle(first, as: .dead)
            let next = try await taken(from: store)
            try requireEqual(next.map(\.notification.status), [.pending], sent: "taking behind a dead letter")
            try await store.settle(next, as: .delivered)
            let again = try await taken(from: store, at: lease + 86_400, until: lease + 90_000)
            try requireEqual(again, [], sent: "a dead letter, a day later")
        }
    }

    static let setBack = StoreRule(
        "notification.set-back",
        "What was written before the clock was set back waits no longer than the lease of the one before it."
    ) { subject in
        for outcome in [NotificationResult.Outcome.delivered, .dead] {
            try await subject.withStore { store in
                _ = try await store.created(try Sample.payment(), as: "p-1")
                _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1", at: lease + 86_400)])
                for _ in 1...2 { try await store.settle(try await taken(from: store), as: outcome) }
                let next = try await taken(from: store, at: lease, until: lease + 60)
                try requireEqual(
                    next.map(\.notification.status),
                    [.succeeded],
                    sent: "taking at the end of the lease what is of the day after, behind one that is \(outcome)"
                )
            }
        }
    }
}
