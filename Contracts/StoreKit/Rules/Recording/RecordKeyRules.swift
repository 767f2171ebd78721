import PaymentContracts
import PaymentGateway
import PaymentIntents

/// One idempotency key is one payment, for ever.
enum RecordKeyRules {
    static let all: [StoreRule] = [sameRequest, otherRequest, perKind, perEnvironment, exactBytes, oneWinner]

    static let sameRequest = StoreRule(
        "record.key.same-request",
        "Who asks again has got no answer: a second payment under the same key would be paid twice."
    ) { subject in
        try await subject.withStore { store in
            let first = try await store.created(try Sample.payment(key: "k"), as: "p-1")
            let again = try await store.record(try Sample.payment(key: "k"))
            try requireEqual(again, .existing(first), sent: "the same request under the same key, after a change")
            try requireEqual(try await store.pages().map(\.id), [first.id], sent: "the same request twice")
        }
    }

    static let otherRequest = StoreRule(
        "record.key.other-request",
        "Another request under a taken key is told what holds the key, and changes nothing: the engine names the difference."
    ) { subject in
        try await subject.withStore { store in
            let first = try await store.recorded(try Sample.payment(try Sample.request("A", key: "k")))
            let before = try await Observation(of: first.id, in: store)
            let other = try Sample.request("B", key: "k", amount: try Sample.money(70_000))
            let outcome = try await store.record(try Sample.payment(other))
            try requireEqual(outcome, .existing(first), sent: "another request under the same key")
            try requireEqual(
                try await Observation(of: first.id, in: store),
                before,
                sent: "another request under the same key"
            )
            try requireEqual(try await store.deliverAll().count, 1, sent: "deliveries after another request")
            try requireEqual(try await store.pages().count, 1, sent: "a list after another request")
        }
    }

    static let perKind = StoreRule(
        "record.key.per-kind",
        "Order 7 may be paid in and paid back: a deposit and a withdrawal of one key are two payments."
    ) { subject in
        try await subject.withStore { store in
            for kind in PaymentKind.allCases {
                let payment = try Sample.payment(key: "k", kind: kind)
                let stored = try await store.recorded(payment)
                try requireEqual(stored.id, payment.id, sent: "a \(kind) under a key of the other kind")
            }
        }
    }

    static let perEnvironment = StoreRule(
        "record.key.per-environment",
        "A key that was used for play money must not keep real money from being asked for."
    ) { subject in
        try await subject.withEmptyData { data in
            for environment in PaymentEnvironment.allCases {
                try await data.withStore(environment) { store in
                    let payment = try Sample.payment(key: "k", environment: environment)
                    let stored = try await store.recorded(payment)
                    try requireEqual(stored.id, payment.id, sent: "a key of the other environment, in \(environment)")
                    try requireEqual(stored.providerReference, "ORDER-1", sent: "a reference, in \(environment)")
                }
            }
        }
    }

    static let exactBytes = StoreRule(
        "record.key.bytes",
        "Two keys are one only when their bytes are: a database that folds case or accents would swallow a payment."
    ) { subject in
        try await subject.withStore { store in
            // The last two, of the same letters in two normal forms, can only come from a reference.
            let requests =
                try ["k", "K", "k k", "k%", "k_"].map { try Sample.request("R", key: $0) }
                + ["caf\u{E9}", "cafe\u{301}"].map { try Sample.request($0) }
            for request in requests {
                let payment = try Sample.payment(request)
                let stored = try await store.recorded(payment)
                try requireEqual(stored.request.key, request.key, sent: "the key \(request.key)")
            }
            try requireEqual(try await store.pages().count, requests.count, sent: "\(requests.count) keys")
        }
    }

    static let oneWinner = StoreRule(
        "record.key.one-winner",
        "Fifty copies of one request at once, at several instances, are one payment and one announcement."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let outcomes = try await concurrently(50) { index in
                try await stores[index % 2].record(try Sample.payment(key: "k")).parts
            }
            let winners = outcomes.filter(\.isNew)
            try requireEqual(winners.count, 1, sent: "50 records of one key at once")
            try requireEqual(Set(outcomes.map(\.payment)).count, 1, sent: "50 records of one key at once")
            try requireEqual(try await stores[0].pages().count, 1, sent: "a list after them")
            try requireEqual(try await stores[1].deliverAll().map(\.status), [.created], sent: "deliveries after them")
        }
    }
}
