import PaymentIntents

/// A callback means what its bytes say, whatever came before and whatever comes beside it.
extension CallbackContentRules {
    static let repeatable = AdapterRule(
        "callback.content.repeatable",
        "What a callback means depends on nothing but its bytes: no clock, no chance, and nothing that came before it."
    ) { subject in
        let trial = try ContentTrial(subject)
        // About one payment, and about others.
        let callbacks = try ToldCallback.all(of: subject).map(\.callback) + trial.callbacks(4)
        let fresh = try callbacks.map { CallbackOutcome(of: $0, at: try subject.adapter(trial.setup)) }
        for first in callbacks.indices {
            for second in callbacks.indices {
                let experienced = try subject.adapter(trial.setup)
                _ = CallbackOutcome(of: callbacks[first], at: experienced)
                try CallbackOutcome(of: callbacks[second], at: experienced)
                    .mustEqual(fresh[second], "callback \(second), after callback \(first)")
            }
        }
        let experienced = try subject.adapter(trial.setup)
        for time in 1...3 {
            for (callback, due) in zip(callbacks, fresh) {
                try CallbackOutcome(of: callback, at: experienced).mustEqual(due, "all callbacks, time \(time)")
            }
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
