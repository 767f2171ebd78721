import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Whoever lost an answer finds the payment again by the key that it was asked for under.
enum KeyHolderRules {
    static let all: [StoreRule] = [holder, perKind, perEnvironment, bytes]

    static let holder = StoreRule(
        "record.key.holder",
        "A merchant whose answer got lost asks by the key, at any instance: it names the payment as it is now, or nothing."
    ) { subject in
        try await subject.withOpenings { _, stores in
            let (key, free) = (try key("k"), try key("m"))
            try requireEqual(try await held(key, in: stores[0]), nil, sent: "a key in an empty store")
            let first = try await stores[0].recorded(try Sample.payment("A", key: "k"))
            _ = try await stores[0].recorded(try Sample.payment("B", key: "l"))
            try requireEqual(try await held(key, in: stores[1]), first, sent: "a key that is taken")
            let created = try await stores[0].named(first.id, "p-1")
            try requireEqual(try await held(key, in: stores[1]), created, sent: "a key, after a change of its payment")
            try requireEqual(try await held(free, in: stores[1]), nil, sent: "a key that is free")
        }
    }

    static let perKind = StoreRule(
        "record.key.holder.per-kind",
        "Who asks about a withdrawal must not be shown the deposit of the same key, and take it for paid back."
    ) { subject in
        try await subject.withStore { store in
            let key = try key("k")
            let deposit = try await store.recorded(try Sample.payment("A", key: "k"))
            try requireEqual(try await held(key, .withdrawal, in: store), nil, sent: "the key of a deposit")
            let withdrawal = try await store.recorded(try Sample.payment("B", key: "k", kind: .withdrawal))
            try requireEqual(try await held(key, in: store), deposit, sent: "a key of both kinds, for a deposit")
            let came = try await held(key, .withdrawal, in: store)
            try requireEqual(came, withdrawal, sent: "a key of both kinds, for a withdrawal")
        }
    }

    static let perEnvironment = StoreRule(
        "record.key.holder.per-environment",
        "A payment of play money must not be shown to whoever asks for real money under the same key."
    ) { subject in
        try await subject.withEmptyData { data in
            let key = try key("k")
            var recorded: [PaymentEnvironment: Payment] = [:]
            for environment in PaymentEnvironment.allCases {
                recorded[environment] = try await data.withStore(environment) { store in
                    let before = try await held(key, in: store)
                    try requireEqual(before, nil, sent: "a key of the other environment, in \(environment)")
                    return try await store.recorded(try Sample.payment(key: "k", environment: environment))
                }
            }
            for (environment, payment) in recorded {
                let came = try await data.withStore(environment) { store in try await held(key, in: store) }
                try requireEqual(came, payment, sent: "a key of both environments, in \(environment)")
            }
        }
    }

    static let bytes = StoreRule(
        "record.key.holder.bytes",
        "A key is looked for byte for byte: nothing is folded, trimmed or taken for a pattern."
    ) { subject in
        try await subject.withStore { store in
            // Letters beyond ASCII, in two normal forms, can only come from a reference.
            let recorded =
                try ["k", "K_"].map { try Sample.request("R", key: $0) }
                + ["caf\u{E9}"].map { try Sample.request($0) }
            for request in recorded {
                let payment = try await store.recorded(try Sample.payment(request))
                try requireEqual(try await held(request.key, in: store), payment, sent: "the key \(request.key)")
            }
            let free =
                try ["K", "k_", "KA", "K%", "k k"].map { try key($0) }
                + ["cafe\u{301}", "CAF\u{C9}"].map { try Sample.request($0).key }
            for key in free {
                try requireEqual(try await held(key, in: store), nil, sent: "the key \(key)")
            }
        }
    }

    private static func key(_ text: String) throws -> IdempotencyKey {
        try Sample.valid(IdempotencyKey(text), text)
    }

    private static func held(
        _ key: IdempotencyKey,
        _ kind: PaymentKind = .deposit,
        in store: any PaymentStore
    ) async throws -> Payment? {
        try await store.payment(holding: key, kind: kind)
    }
}
