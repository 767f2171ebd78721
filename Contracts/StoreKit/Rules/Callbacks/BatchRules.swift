import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A batch is committed together, and one callback that is refused costs the others nothing but another try.
enum BatchRules {
    static let all: [StoreRule] = [allOrNothing, others, seesItself]

    /// A store with three payments, of which nothing more can be written about the second.
    private static func withSpoilt(
        _ subject: any StoreSubject,
        _ work:
            @escaping @Sendable (any PaymentStore, [Payment], [CallbackDelivery]) async throws -> Void
    ) async throws {
        try await subject.withStore { store in
            var payments: [Payment] = []
            for name in ["a", "b", "c"] {
                payments.append(try await store.created(try Sample.payment(name), as: name))
            }
            try await store.spoil(payments[1].id)
            let batch = try payments.map { try Sample.callback(.succeeded, of: $0.reference) }
            try await work(store, payments, batch)
        }
    }

    static let allOrNothing = StoreRule(
        "batch.all-or-nothing",
        "A batch that fails is answered 503 as a whole, so nothing of it may be there: half of it would be told twice."
    ) { subject in
        try await withSpoilt(subject) { store, payments, batch in
            var before: [Observation] = []
            for payment in payments { before.append(try await Observation(of: payment.id, in: store)) }
            try await requireRefusal([.rejected], sent: "a batch whose second callback cannot be written") {
                _ = try await store.absorb(batch)
            }
            for (payment, before) in zip(payments, before) {
                let after = try await Observation(of: payment.id, in: store)
                try requireEqual(after, before, sent: "a batch that was refused")
            }
            try requireEqual(try await store.kept().count, 0, sent: "a batch that was refused")
            let told = try await store.deliverAll().map(\.status)
            try require(
                !told.contains(.succeeded),
                sent: "a batch that was refused",
                came: "\(told)",
                due: "no success"
            )
        }
    }

    static let others = StoreRule(
        "batch.others-go-through",
        "One row that never goes through must not keep the others out: tried alone, each of them is committed."
    ) { subject in
        try await withSpoilt(subject) { store, payments, batch in
            try await requireRefusal([.rejected], sent: "a batch with a callback that cannot be written") {
                _ = try await store.absorb(batch)
            }
            try await requireRefusal([.rejected], sent: "the callback that cannot be written, alone") {
                _ = try await store.absorb([batch[1]])
            }
            for index in [0, 2] {
                let outcomes = try await requireSuccess(sent: "another callback of the batch, alone") {
                    try await store.absorb([batch[index]])
                }
                let due = AbsorbOutcome.absorbed(payments[index].id, status: .succeeded, isNews: true)
                try requireEqual(outcomes, [due], sent: "another callback of the batch, alone")
            }
            try requireEqual(try await store.kept().map(\.copies), [1, 1], sent: "the other two, alone")
        }
    }

    static let seesItself = StoreRule(
        "batch.sees-itself",
        "Two callbacks of one payment in one batch are folded one after the other: the second finds what the first did."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let outcomes = try await store.absorb([
                try Sample.callback(.succeeded, of: "p-1"), try Sample.callback(.rejected, of: "p-1"),
            ])
            let due: [AbsorbOutcome] = [
                .absorbed(payment.id, status: .succeeded, isNews: true),
                .absorbed(payment.id, status: .conflicted, isNews: true),
            ]
            try requireEqual(outcomes, due, sent: "a success and a rejection in one batch")
            let told = try await store.deliverAll().map(\.status)
            let statuses: [PaymentStatus] = [.created, .pending, .succeeded, .conflicted]
            try requireEqual(told, statuses, sent: "a success and a rejection in one batch")
        }
    }
}
