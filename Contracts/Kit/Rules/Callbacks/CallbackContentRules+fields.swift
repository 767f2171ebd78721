import PaymentIntents

/// Fields that are missing or wrong, and callbacks that belong elsewhere.
extension CallbackContentRules {
    static let required = AdapterRule(
        "callback.content.required",
        "What the callback does not say is not guessed, and what stands there in another type is not what was said."
    ) { subject in
        let trial = try ContentTrial(subject)
        for field in trial.wire.required.sorted(by: { $0.rawValue < $1.rawValue }) {
            let path = try trial.path(field)
            for length in 1...path.count {
                let part = Array(path.prefix(length))
                for wrong in [nil] + (trial.message[part]?.wrongValues ?? []).map(Optional.some) {
                    let outcome = try trial.outcome(of: trial.message.setting(part, to: wrong))
                    try trial.mustBeHarmless(
                        outcome,
                        "\(part.joined(separator: ".")): \(wrong?.quoted ?? "absent")"
                    )
                }
            }
        }
    }

    static let otherEnvironment = AdapterRule(
        "callback.content.other-environment",
        "Play money is no money: a callback of the other environment is kept apart, in both directions.",
        needs: .environmentInCallbacks
    ) { subject in
        for environment in PaymentEnvironment.allCases {
            let trial = try ContentTrial(subject, setup: try AdapterSetup().with { $0.environment = environment })
            for other in PaymentEnvironment.allCases where other != environment {
                for word in trial.wire.claims.keys.sorted() {
                    let outcome = try trial.outcome(of: trial.wire.message(word, about: trial.payment, in: other))
                    try require(
                        outcome.problem == .otherEnvironment,
                        sent: "“\(word)” of \(other) to an account of \(environment)",
                        came: "\(outcome)",
                        due: "that it is of the other environment"
                    )
                }
            }
        }
    }

    static let unknownEnvironment = AdapterRule(
        "callback.content.unknown-environment",
        "An environment that no document names is not ours.",
        needs: .environmentInCallbacks
    ) { subject in
        for environment in PaymentEnvironment.allCases {
            let trial = try ContentTrial(subject, setup: try AdapterSetup().with { $0.environment = environment })
            let own = trial.wire.environments[environment] ?? ""
            let names = ["", "STAGING", "TEST", "PRODUCTION", own + " ", " " + own, own + "_2", String(own.dropLast())]
            for name in names where !trial.wire.environments.values.contains(name) {
                let message = trial.message.setting(try trial.path(.environment), to: .string(name))
                let outcome = try trial.outcome(of: message)
                try require(
                    outcome.problem != nil,
                    sent: "a callback of “\(name)” to an account of \(environment)",
                    came: "\(outcome)",
                    due: "a problem"
                )
            }
        }
    }
}
