import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A change of a payment sees it as it is now, and is written whole or not at all.
enum ChangeRules {
    static let all: [StoreRule] = [together, answered, nothing, missing, refused, numbered, serialised, fenced]

    static let together = StoreRule(
        "change.together",
        "A payment, the line of its history and what the merchant is told are one fact; none may be there without the others."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.recorded(try Sample.payment())
            let evidence = try Sample.evidence(.succeeded, of: "p-1", transaction: "T")
            let due = payment.absorbing(evidence, trust: .signed, at: Sample.now)
            let outcome = try await store.modify(payment.id) {
                $0.absorbing(evidence, trust: .signed, at: Sample.now)
            }
            try requireEqual(outcome, ModifyOutcome(due.payment, isChanged: true), sent: "a success")
            try requireEqual(try await store.present(payment.id), due.payment, sent: "a success")
            try requireEqual(try await store.history(of: payment.id), [due.entry], sent: "a success")
            let notifications = try await store.deliverAll()
            try requireEqual(notifications, [payment.announcement, due.notification], sent: "a success")
        }
    }

    static let answered = StoreRule(
        "change.answer",
        "Whoever changed a payment goes on with the answer, so it is what the next one will read, rounded times included."
    ) { subject in
        try await subject.withStore { store in
            let id = try await store.recorded(try Sample.payment()).id
            let answer = try await store.set(id) { payment in
                payment.expiresAt = Sample.now.addingTimeInterval(0.000_4)
                payment.providerPaymentID = "p\0\\1"
            }
            try requireEqual(try await store.present(id), answer, sent: "a change with a time of 0.4 ms")
        }
    }

    static let nothing = StoreRule(
        "change.nothing",
        "A worker that finds nothing to do writes nothing, and is told so."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let before = try await Observation(of: payment.id, in: store)
            let outcome = try await store.modify(payment.id) { _ in nil }
            try requireEqual(outcome, ModifyOutcome(payment, isChanged: false), sent: "a change of nothing")
            try requireEqual(try await Observation(of: payment.id, in: store), before, sent: "a change of nothing")
        }
    }

    static let missing = StoreRule(
        "change.unknown-payment",
        "A change of a payment that is not here has no effect, and is told apart from one that had nothing to write."
    ) { subject in
        try await subject.withStore { store in
            let here = try await store.recorded(try Sample.payment())
            let outcome = try await store.modify(try Sample.payment("other").id) { PaymentChange($0) }
            try requireEqual(outcome, nil, sent: "a change of a payment that is not here")
            try requireEqual(try await store.pages(), [here], sent: "a change of a payment that is not here")
        }
    }

    static let refused = StoreRule(
        "change.refused",
        "A provider's id belongs to one payment of an account; a change that takes another's id leaves nothing at all."
    ) { subject in
        try await subject.withStore { store in
            _ = try await store.created(try Sample.payment("A"), as: "p-1")
            let second = try await store.recorded(try Sample.payment("B"))
            let before = try await Observation(of: second.id, in: store)
            try await requireRefusal([.rejected], sent: "a provider's id that is taken") {
                try await store.named(second.id, "p-1")
            }
            try requireEqual(try await Observation(of: second.id, in: store), before, sent: "a refused change")
            let told = try await store.deliverAll().filter { $0.paymentID == second.id }
            try requireEqual(told, [second.announcement], sent: "a refused change")
            _ = try await store.created(try Sample.payment("C", account: "agents"), as: "p-1")
        }
    }

    static let numbered = StoreRule(
        "change.line-number",
        "Every line of a history has its own number: a second line of one number is a defect to be seen, not to be hidden."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            try await store.spoil(payment.id)
            let before = try await Observation(of: payment.id, in: store)
            let evidence = try Sample.evidence(.succeeded, of: "p-1")
            try await requireRefusal([.rejected], sent: "a line whose number is taken") {
                _ = try await store.modify(payment.id) { $0.absorbing(evidence, trust: .signed, at: Sample.now) }
            }
            try requireEqual(try await Observation(of: payment.id, in: store), before, sent: "a refused line")
        }
    }

    static let serialised = StoreRule(
        "change.serialised",
        "Two instances that change one payment at once must not overwrite each other."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let id = try await stores[0].recorded(try Sample.payment()).id
            _ = try await concurrently(40) { index in try await stores[index % 2].set(id) { $0.fence += 1 } }
            try requireEqual(try await stores[1].present(id).fence, 40, sent: "40 changes at once that count by one")
        }
    }

    static let fenced = StoreRule(
        "change.fenced",
        "A worker whose lease was taken over learns so from the payment that its change is shown, and writes nothing."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let id = try await stores[0].recorded(try Sample.payment()).id
            let stale = try await stores[0].set(id) { $0.fence += 1 }.fence
            let fresh = try await stores[1].set(id) { $0.fence += 1 }.fence
            try require(fresh > stale, sent: "a second lease", came: "fence \(fresh)", due: "more than \(stale)")
            for (fence, isChanged) in [(stale, false), (fresh, true)] {
                let outcome = try await stores[0]
                    .modify(id) { payment in
                        payment.fence == fence ? PaymentChange(payment.with { $0.creation = .created }) : nil
                    }
                try requireEqual(outcome?.isChanged, isChanged, sent: "a result under fence \(fence) of \(fresh)")
            }
        }
    }
}
