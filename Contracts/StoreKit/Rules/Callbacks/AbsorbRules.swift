import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

/// What a callback does is what the engine's fold says, all of it, before the provider gets its 200.
enum AbsorbRules {
    static let all: [StoreRule] = [together, outcomes, durable, differing, environment]

    static let together = StoreRule(
        "absorb.together",
        "The callback, the payment, the line of its history and the notification are there together once it is answered."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                let evidence = try Sample.evidence(.succeeded, of: "p-1", transaction: "T")
                let due = payment.absorbing(evidence, trust: .signed, at: Sample.now)
                let outcomes = try await store.absorb([try Sample.callback(.succeeded, of: "p-1", transaction: "T")])
                let news = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: true)
                try requireEqual(outcomes, [news], sent: "a success")
                try requireEqual(try await store.present(payment.id), due.payment, sent: "a success")
                try requireEqual(try await store.history(of: payment.id).last, due.entry, sent: "a success")
                try requireEqual(try await store.deliverAll().last, due.notification, sent: "a success")
            }
            try requireEqual(try await data.kept().map(\.state), [.absorbed], sent: "a success")
        }
    }

    static let outcomes = StoreRule(
        "absorb.outcomes",
        "Each callback of a batch is answered by its own outcome, so there is one for each, in the same order."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            let batch = [
                try Sample.callback(.succeeded, of: "p-9"),
                try Sample.callback(.succeeded, of: "p-1"),
                try Sample.delivery(.keep(.notUnderstood, note: "no JSON"), body: [0xFF]),
                try Sample.callback(.succeeded, of: "p-1"),
                try Sample.delivery(.keep(.challenge, note: "challenge"), body: [0xFE]),
            ]
            let due: [AbsorbOutcome] = [
                .kept(.unmatched), .absorbed(payment.id, status: .succeeded, isNews: true), .kept(.notUnderstood),
                .absorbed(payment.id, status: .succeeded, isNews: false), .kept(.challenge),
            ]
            try requireEqual(try await store.absorb(batch), due, sent: "five callbacks of all kinds")
            try requireEqual(try await store.absorb([]), [], sent: "no callback")
        }
    }

    static let durable = StoreRule(
        "absorb.durable",
        "A provider that read 200 never sends again: what was answered is there when the store is opened again."
    ) { subject in
        try await subject.withEmptyData { data in
            let before = try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                _ = try await store.absorb([try Sample.callback(.succeeded, of: "p-1", transaction: "T")])
                return try await Observation(of: payment.id, in: store)
            }
            try requireEqual(before.payment?.status, .succeeded, sent: "a success")
            try await data.withStore { store in
                let id = try Sample.valid(before.payment, "a payment").id
                try requireEqual(try await Observation(of: id, in: store), before, sent: "a success, then reopening")
                let told = try await store.deliverAll().map(\.status)
                try requireEqual(told, [.created, .pending, .succeeded], sent: "deliveries after reopening")
            }
            try requireEqual(try await data.kept().map(\.copies), [1], sent: "a success, then reopening")
        }
    }

    static let differing = StoreRule(
        "absorb.no-rules-of-its-own",
        "Whether an amount is the one that was asked for is the engine's to say; a store that judges for itself is wrong."
    ) { subject in
        try await subject.withStore { store in
            let payment = try await store.created(try Sample.payment(), as: "p-1")
            var evidence = try Sample.evidence(.succeeded, of: "p-1", transaction: "T")
            evidence.amount = .money(try Sample.money(49_999))
            let due = payment.absorbing(evidence, trust: .signed, at: Sample.now)
            _ = try await store.absorb([try Sample.delivery(.evidence(evidence, trust: .signed), body: [1])])
            let came = try await store.present(payment.id)
            try requireEqual(came.status, .requiresReview, sent: "a success of another amount")
            try requireEqual(came, due.payment, sent: "a success of another amount")
            try requireEqual(try await store.history(of: payment.id).last, due.entry, sent: "another amount")
        }
    }

    static let environment = StoreRule(
        "absorb.environment",
        "A callback of play money must not touch real money that has the same names."
    ) { subject in
        try await subject.withEmptyData { data in
            var ids: [PaymentEnvironment: PaymentID] = [:]
            for environment in PaymentEnvironment.allCases {
                ids[environment] = try await data.withStore(environment) { store in
                    try await store.created(try Sample.payment(environment: environment), as: "p-1").id
                }
            }
            let play = try Sample.valid(ids[.sandbox], "a payment")
            let real = try Sample.valid(ids[.live], "a payment")
            try await data.withStore(.sandbox) { store in
                let outcomes = try await store.absorb([try Sample.callback(.succeeded, of: "p-1")])
                let due = AbsorbOutcome.absorbed(play, status: .succeeded, isNews: true)
                try requireEqual(outcomes, [due], sent: "a success in the sandbox")
            }
            try await data.withStore(.live) { store in
                try requireEqual(try await store.present(real).status, .pending, sent: "a success in the sandbox")
                try requireEqual(try await store.payment(play), nil, sent: "a sandbox payment's id, live")
                try requireEqual(try await store.history(of: play), [], sent: "a sandbox payment's id, live")
                let outcome = try await store.modify(play) { PaymentChange($0) }
                try requireEqual(outcome, nil, sent: "a sandbox payment's id, live")
                try requireEqual(try await store.pages().map(\.id), [real], sent: "a list, live")
                let due = try await store.claimDue(at: Sample.later, limit: 10, until: Sample.later + 60)
                try requireEqual(due.map(\.id), [real], sent: "due work, live")
                let told = try await store.deliverAll()
                try requireEqual(Set(told.map(\.paymentID)), [real], sent: "notifications, live")
            }
        }
    }
}
