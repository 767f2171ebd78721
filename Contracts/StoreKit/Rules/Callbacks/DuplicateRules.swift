import PaymentContracts
import PaymentGateway
import PaymentIntents

/// A callback that comes again is known again: counted, and told to nobody.
enum DuplicateRules {
    static let all: [StoreRule] = [sameBytes, otherBytes, reopened, atOnce, accounts]

    private static let told: [PaymentStatus] = [.created, .pending, .succeeded]

    static let sameBytes = StoreRule(
        "duplicate.same-bytes",
        "Providers send a callback again until they read 200; a merchant who is told twice may deliver twice."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                let callback = try Sample.callback(.succeeded, of: "p-1", transaction: "T")
                _ = try await store.absorb([callback])
                let after = try await store.present(payment.id)
                let again = try await store.absorb([callback, callback])
                let due = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: false)
                try requireEqual(again, [due, due], sent: "a success again, twice")
                let now = try await store.present(payment.id)
                try requireEqual(now, after.with { $0.sequence += 2 }, sent: "a success again, twice")
                let line = try await store.history(of: payment.id).last
                try requireEqual(line?.detail["duplicate"], "true", sent: "a success again")
                try requireEqual(try await store.deliverAll().map(\.status), told, sent: "a success three times")
            }
            try requireEqual(try await data.kept().map(\.copies), [3], sent: "a success three times")
        }
    }

    static let otherBytes = StoreRule(
        "duplicate.other-bytes",
        "The same event in other bytes is kept, since it is another message, and is no news, since it is the same event."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                let outcomes = try await store.absorb([
                    try Sample.callback(.succeeded, of: "p-1", transaction: "T", note: "one"),
                    try Sample.callback(.succeeded, of: "p-1", transaction: "T", note: "two"),
                ])
                let due = [true, false].map { AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: $0) }
                try requireEqual(outcomes, due, sent: "one success in two texts")
                try requireEqual(try await store.deliverAll().map(\.status), told, sent: "one success in two texts")
            }
            try requireEqual(try await data.kept().map(\.copies), [1, 1], sent: "one success in two texts")
        }
    }

    static let reopened = StoreRule(
        "duplicate.reopened",
        "A replay months later meets a store that was opened again since; what was seen once is known for ever."
    ) { subject in
        try await subject.withEmptyData { data in
            let callback = try Sample.callback(.succeeded, of: "p-1", transaction: "T")
            let payment = try await data.withStore { store in
                let payment = try await store.created(try Sample.payment(), as: "p-1")
                _ = try await store.absorb([callback])
                _ = try await store.deliverAll()
                return payment
            }
            try await data.withStore { store in
                let outcomes = try await store.absorb([callback])
                let due = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: false)
                try requireEqual(outcomes, [due], sent: "a success again, after reopening")
                try requireEqual(try await store.deliverAll(), [], sent: "a success again, after reopening")
            }
            try requireEqual(try await data.kept().map(\.copies), [2], sent: "a success again, after reopening")
        }
    }

    static let atOnce = StoreRule(
        "duplicate.at-once",
        "Fifty copies at once at two instances are one effect and one notification, and all are counted."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let payment = try await stores[0].created(try Sample.payment(), as: "p-1")
            let callback = try Sample.callback(.succeeded, of: "p-1", transaction: "T")
            let outcomes = try await concurrently(50) { try await stores[$0 % 2].absorb([callback]) }.flatMap { $0 }
            let news = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: true)
            let copy = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: false)
            try requireEqual(outcomes.count { $0 == news }, 1, sent: "50 copies at once: how many are news")
            try requireEqual(outcomes.count { $0 == copy }, 49, sent: "50 copies at once: how many are none")
            let lines = try await stores[1].history(of: payment.id).map(\.sequence)
            try requireEqual(lines, Array(1...51), sent: "the history after 50 copies at once")
            try requireEqual(try await stores[1].deliverAll().map(\.status), told, sent: "50 copies at once")
            try requireEqual(try await stores[0].kept().map(\.copies), [50], sent: "50 copies at once")
        }
    }

    static let accounts = StoreRule(
        "duplicate.per-account",
        "Two accounts may be sent the same bytes and mean two payments, so bytes are compared within an account only."
    ) { subject in
        try await subject.withEmptyData { data in
            try await data.withStore { store in
                for account in ["wallets", "agents"] {
                    let payment = try await store.created(try Sample.payment(account, account: account), as: "p-1")
                    let outcomes = try await store.absorb([try Sample.callback(.succeeded, of: "p-1", account: account)]
                    )
                    let due = AbsorbOutcome.absorbed(payment.id, status: .succeeded, isNews: true)
                    try requireEqual(outcomes, [due], sent: "the same bytes to the account \(account)")
                }
            }
            try requireEqual(try await data.kept().map(\.copies), [1, 1], sent: "the same bytes to two accounts")
        }
    }
}
