import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Whatever is authentic is kept as it came, whether anybody understands it or not.
enum InboxRules {
    static let all: [StoreRule] = [bytes, withoutEffect, understoodLater, parked]

    static let bytes = StoreRule(
        "inbox.bytes",
        "A signature was made over bytes, and a dispute is settled with them: they are kept, not a text made of them."
    ) { subject in
        let bodies: [[UInt8]] = [
            [], [0], [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0xC0, 0x80], Array("{\"a\": 1}\r\n".utf8),
            Array(repeating: 0x20, count: 60_000), Array(0...255),
        ]
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let batch = try bodies.map { try Sample.delivery(.keep(.notUnderstood, note: "why\0"), body: $0) }
                _ = try await store.absorb(batch)
            }
            let kept = try await data.kept()
            try requireEqual(kept.map(\.callback.body), bodies, sent: "bodies of odd bytes")
            try requireEqual(Set(kept.map(\.state)), [.notUnderstood], sent: "bodies of odd bytes")
            try requireEqual(Set(kept.map(\.copies)), [1], sent: "bodies of odd bytes")
        }
    }

    static let withoutEffect = StoreRule(
        "inbox.without-effect",
        "What is not understood, a challenge, of the other environment, or parked is kept for a person and does nothing."
    ) { subject in
        let states: [InboxState] = [.notUnderstood, .challenge, .otherEnvironment, .parked]
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                let before = try await Observation(of: payment.id, in: store)
                for (number, state) in states.enumerated() {
                    let body = Array("p-1 ORDER-1 succeeded".utf8) + [UInt8(number)]
                    let outcomes = try await store.absorb([try Sample.delivery(.keep(state, note: "p-1"), body: body)])
                    try requireEqual(outcomes, [.kept(state)], sent: "a callback that is \(state)")
                }
                try requireEqual(try await Observation(of: payment.id, in: store), before, sent: "\(states)")
                let told = try await store.deliverAll().map(\.status)
                try requireEqual(told, [.created, .pending], sent: "\(states)")
            }
            try requireEqual(try await data.kept().map(\.state), states, sent: "\(states)")
        }
    }

    static let understoodLater = StoreRule(
        "inbox.understood-later",
        "Bytes that nobody understood are folded when a later version understands them; what was folded stays folded."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                let clear = try Sample.callback(.succeeded, of: "p-1")
                let mute = try Sample.delivery(.keep(.notUnderstood, note: "?"), body: clear.callback.body)
                for callback in [mute, clear, mute] { _ = try await store.absorb([callback]) }
                try requireEqual(try await store.present(payment.id).status, .succeeded, sent: "bytes understood later")
            }
            let kept = try await data.kept()
            try requireEqual(kept.map(\.state), [.absorbed], sent: "the same bytes: not understood, a success, not")
            try requireEqual(kept.map(\.copies), [3], sent: "the same bytes three times")
        }
    }
    static let parked = StoreRule(
        "inbox.parked",
        "What could not be folded is kept with its reason; folded by a later version it is done, and is never parked again."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let clear = try Sample.callback(.succeeded, of: "p-1")
            let stuck = try Sample.delivery(.keep(.parked, note: "rejected"), body: clear.callback.body)
            try requireEqual(try await store.absorb([stuck]), [.kept(.parked)], sent: "a callback to be parked")
            let first = try await store.kept()
            try requireEqual(first.map(\.state), [.parked], sent: "a callback that was parked")
            try requireEqual(first.map(\.note), ["rejected"], sent: "a callback that was parked")
            let due = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: true)
            try requireEqual(try await store.absorb([clear]), [due], sent: "the same bytes, as evidence")
            try requireEqual(try await store.absorb([stuck]), [.kept(.parked)], sent: "the same bytes, to be parked")
            let kept = try await store.kept()
            try requireEqual(kept.map(\.state), [.absorbed], sent: "the same bytes: parked, a success, parked")
            try requireEqual(kept.map(\.paymentID), [payment.id], sent: "the same bytes: parked, a success, parked")
            try requireEqual(kept.map(\.copies), [3], sent: "the same bytes three times")
            try requireEqual(kept.map(\.number), first.map(\.number), sent: "the same bytes three times")
            let told = try await store.deliverAll().map(\.status)
            try requireEqual(told, [.created, .pending, .succeeded], sent: "the same bytes three times")
        }
    }
}
