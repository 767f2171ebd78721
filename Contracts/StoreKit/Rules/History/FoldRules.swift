import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Whoever writes, and in whatever order: a payment comes to what the set of its claims says.
enum FoldRules {
    static let all: [StoreRule] = [eightWriters, expiryAgainstPaid]

    static let eightWriters = StoreRule(
        "fold.eight-writers",
        "Callbacks, answers to questions and the clock meet at several instances at once, and none of them may get lost."
    ) { subject in
        let names = ["p-0", "p-1", "p-2", "p-3"]
        // What each payment is told in all, spread over the writers.
        let claims: [[Claim]] = [
            [.pending, .expired, .succeeded, .cancelled], [.pending, .review, .expired, .cancelled],
            [.succeeded, .rejected, .pending, .review], [.failed, .pending, .expired, .review],
        ]
        try await subject.withOpenings { _, stores in
            var ids: [PaymentID] = []
            for name in names { ids.append(try await stores[0].created(try Sample.payment(name), as: name).id) }
            _ = try await concurrently(8) { writer in
                for round in 0..<2 {
                    let batch = try names.indices.map { index in
                        let claim = claims[index][(writer + round + index) % 4]
                        return try Sample.callback(claim, of: names[index], note: "\(writer)")
                    }
                    _ = try await stores[writer % 2].absorb(batch)
                }
            }
            for (id, claims) in zip(ids, claims) {
                let set = claims.reduce(into: ClaimSet.pending) { $0.formUnion(ClaimSet($1)) }
                let payment = try await stores[1].present(id)
                try requireEqual(payment.lifecycle.claims, set, sent: "8 writers with \(claims)")
                try requireEqual(payment.status, Lifecycle.status(of: set), sent: "8 writers with \(claims)")
                let lines = try await stores[0].history(of: id).map(\.sequence)
                try requireEqual(lines, Array(1...17), sent: "the history after 16 callbacks")
            }
        }
    }

    static let expiryAgainstPaid = StoreRule(
        "fold.expiry-against-paid",
        "Money that arrives as the time runs out has arrived, whichever of the two is written first."
    ) { subject in
        for isPaidFirst in [true, false] {
            try await subject.withOpenings { _, stores in
                let id = try await stores[0].created(try Sample.payment(), as: "p-1").id
                let pays = { _ = try await stores[0].absorb([try Sample.callback(.succeeded, of: "p-1")]) }
                let expiry = Evidence(claim: .expired, source: .clock, rawStatus: "expired")
                let expires = {
                    _ = try await stores[1].modify(id) { $0.absorbing(expiry, trust: nil, at: Sample.now) }
                }
                for step in isPaidFirst ? [pays, expires] : [expires, pays] { try await step() }
                let payment = try await stores[1].present(id)
                let sent = isPaidFirst ? "a success, then the expiry" : "the expiry, then a success"
                try requireEqual(payment.status, .succeeded, sent: sent)
                try requireEqual(payment.lifecycle.isLate, true, sent: "\(sent): whether it is late")
                let told = try await stores[0].deliverAll().map(\.status)
                let due: [PaymentStatus] = [.created, .pending] + (isPaidFirst ? [] : [.expired]) + [.succeeded]
                try requireEqual(told, due, sent: sent)
            }
        }
    }
}
