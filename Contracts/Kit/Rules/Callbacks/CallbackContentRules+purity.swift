import PaymentIntents

/// A callback means what its bytes say, whatever came before and whatever comes beside it.
extension CallbackContentRules {
    static let repeatable = AdapterRule(
        "callback.content.repeatable",
        "What a callback means depends on nothing but its bytes: no clock, no chance, and nothing that came before it."
    ) { subject in
        let trial = try ContentTrial(subject)
        let callbacks = try trial.callbacks(8)
        let forward = callbacks.map { CallbackOutcome(of: $0, at: trial.adapter) }
        let backward = callbacks.reversed().map { CallbackOutcome(of: $0, at: trial.adapter) }
        let fresh = try callbacks.map { CallbackOutcome(of: $0, at: try subject.adapter(trial.setup)) }
        for (index, outcome) in fresh.enumerated() {
            try forward[index].mustEqual(outcome, "a callback after \(index) others")
            try backward[7 - index].mustEqual(outcome, "the same callbacks once more, the last one first")
        }
    }

    static let concurrent = AdapterRule(
        "callback.content.concurrent",
        "Callbacks come in at once, and one adapter reads all of them."
    ) { subject in
        let trial = try ContentTrial(subject)
        let callbacks = try trial.callbacks(8)
        let alone = try callbacks.map { CallbackOutcome(of: $0, at: try subject.adapter(trial.setup)) }
        try await withThrowingTaskGroup { group in
            for (callback, due) in zip(callbacks, alone) {
                group.addTask {
                    for _ in 0..<50 {
                        try CallbackOutcome(of: callback, at: trial.adapter)
                            .mustEqual(due, "one of 8 callbacks at once")
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

extension ContentTrial {
    /// Callbacks about different payments.
    fileprivate func callbacks(_ count: Int) throws -> [Callback] {
        try (0..<count)
            .map { index in
                var other = payment
                other.order.reference += "-\(index)"
                other.providerPaymentID += "-\(index)"
                let words = wire.claims.keys.sorted()
                return try signing.sign(
                    wire.message(words[index % words.count], about: other).bytes,
                    with: setup.callbackKeys[0]
                )
            }
    }
}
