import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A store that is opened again is the one that was closed.
enum ReopeningRules {
    static let all: [StoreRule] = [everything, key, waiting, leases, results, due]

    static let everything = StoreRule(
        "reopening.everything",
        "Payments, histories, callbacks and notifications outlive the process that wrote them."
    ) { subject in
        try await subject.withEmptyData { data in
            let before = try await data.withStore { store in
                for index in 0..<3 {
                    _ = try await store.created(try Sample.payment("\(index)"), as: "p-\(index)")
                    _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-\(index)")])
                }
                return try await observations(in: store)
            }
            let kept = try await data.kept().map(KeptCallback.init)
            let after = try await data.withStore { store in try await observations(in: store) }
            try requireEqual(before.count, 3, sent: "three payments")
            try requireEqual(after, before, sent: "three payments, then reopening")
            try requireEqual(
                try await data.kept().map(KeptCallback.init),
                kept,
                sent: "three callbacks, then reopening"
            )
            try requireEqual(kept.map(\.state), [.absorbed, .absorbed, .absorbed], sent: "three callbacks")
            let told = try await data.withStore { store in try await store.deliverAll().count }
            try requireEqual(told, 9, sent: "nine changes, then reopening")
        }
    }

    private static func observations(in store: any PaymentStore) async throws -> [Observation] {
        var observations: [Observation] = []
        for payment in try await store.pages() {
            observations.append(try await Observation(of: payment.id, in: store))
        }
        return observations
    }

    static let key = StoreRule(
        "reopening.key",
        "The copy of a request may come after a restart; its key is as taken as before."
    ) { subject in
        try await subject.withEmptyData { data in
            let first = try await data.withStore { store in try await store.recorded(try Sample.payment(key: "k")) }
            try await data.withStore { store in
                let again = try await store.record(try Sample.payment(key: "k"))
                try requireEqual(again, .existing(first), sent: "the same key, after reopening")
                let second = try await store.recorded(try Sample.payment(key: "l"))
                try requireEqual(second.providerReference, "ORDER-1-2", sent: "the same reference, after reopening")
            }
        }
    }

    static let waiting = StoreRule(
        "reopening.waiting",
        "A callback that waits for its payment waits across a restart, with everything that it says."
    ) { subject in
        var evidence = try Sample.evidence(.succeeded, of: "p\0\\1", transaction: "T\0")
        evidence.amount = .unreadable("no \"currency\"")
        evidence.statedTime = "2026-05-05T10:05:00Z"
        evidence.rawStatus = "\u{0}\u{2028}odd"
        let said = evidence
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let early = try Sample.delivery(.evidence(said, trust: .signed), body: [1])
                try requireEqual(try await store.absorb([early]), [.kept(.unmatched)], sent: "an unknown id")
            }
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p\0\\1")
                try requireEqual(payment.status, .requiresReview, sent: "what waited, after reopening")
                let line = try await store.history(of: payment.id).last
                let named = payment.with { payment in
                    payment.lifecycle = Lifecycle(claims: .pending, hasAnnouncedSuccess: false)
                    payment.sequence = 1
                }
                let due = named.absorbing(said, trust: .signed, at: Sample.now).entry
                try requireEqual(line, due, sent: "the line of what waited")
            }
        }
    }

    static let leases = StoreRule(
        "reopening.leases",
        "A restart gives back no lease that a sender elsewhere still holds, and forgets no fence."
    ) { subject in
        let lease = Sample.later.addingTimeInterval(60)
        try await subject.withEmptyData { data in
            let taken = try await data.withStore { store in
                _ = try await store.recorded(try Sample.payment())
                return try await store.claimNotifications(at: Sample.later, limit: 9, until: lease)
            }
            try requireEqual(taken.count, 1, sent: "taking what is due")
            try await data.withStore { store in
                let early = try await store.claimNotifications(at: lease - 0.001, limit: 9, until: lease + 60)
                try requireEqual(early, [], sent: "taking what is taken, after reopening")
                try await store.settle(taken, as: .retry(at: lease + 10))
                let again = try await store.claimNotifications(at: lease + 9, limit: 9, until: lease + 60)
                try requireEqual(again, [], sent: "a result under a fence from before reopening")
                let retried = try await store.claimNotifications(at: lease + 10, limit: 9, until: lease + 60)
                try requireEqual(retried.map(\.attempts), [1], sent: "a try after reopening")
                let grows = (retried.first?.fence ?? 0) > (taken.first?.fence ?? 0)
                try requireEqual(grows, true, sent: "a fence after reopening: whether it grows")
            }
        }
    }

    static let results = StoreRule(
        "reopening.results",
        "What was delivered or given up before a restart is not sent again after it."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                for name in ["a", "b"] { _ = try await store.recorded(try Sample.payment(name)) }
                let taken = try await store.claimNotifications(at: Sample.later, limit: 9, until: Sample.later + 60)
                try requireEqual(taken.count, 2, sent: "taking what is due")
                try await store.settle(Array(taken.prefix(1)), as: .delivered)
                try await store.settle(Array(taken.dropFirst()), as: .dead)
            }
            let told = try await data.withStore { store in try await store.deliverAll(at: Sample.later + 86_400) }
            try requireEqual(told, [], sent: "one delivered and one dead, then reopening")
        }
    }

    static let due = StoreRule(
        "reopening.due",
        "What is to be asked is asked after a restart too, at the same time as without one."
    ) { subject in
        let lease = Sample.later.addingTimeInterval(60)
        try await subject.withEmptyData { data in
            let payment = try await data.withStore { store in
                let payment = try await store.recorded(try Sample.payment())
                _ = try await store.claimDue(at: Sample.later, limit: 9, until: lease)
                return payment
            }
            try await data.withStore { store in
                let early = try await store.claimDue(at: lease - 0.001, limit: 9, until: lease + 60)
                try requireEqual(early, [], sent: "taking what was taken before reopening")
                let taken = try await store.claimDue(at: lease, limit: 9, until: lease + 60)
                try requireEqual(taken.map(\.id), [payment.id], sent: "taking when the worker's time is over")
            }
        }
    }
}
