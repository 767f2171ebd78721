import PaymentIntents

/// What keeps real money and play money apart.
extension SecretRules {
    static let plainHTTP = AdapterRule(
        "secrets.plain-http",
        "Where money is real, keys leave over TLS or not at all."
    ) { subject in
        let live = try AdapterSetup().with { $0.environment = .live }
        _ = try subject.adapter(live)
        let plain = live.with { $0.baseURL = "http://provider.example" }
        let (first, second) = (subject.settings(live), subject.settings(plain))
        let keys = first.keys.filter { first[$0] != second[$0] }.map { "providers.\(live.account).\($0)" }
        let error = subject.refusal(of: plain)
        try require(
            error.map { keys.contains($0.key) } == true,
            sent: "a live account at a plain http address",
            came: error.map { "an error about \($0.key)" } ?? "an adapter",
            due: "an error about \(keys.joined(separator: " or "))"
        )
    }

    static let environmentsApart = AdapterRule(
        "secrets.environments-apart",
        "A sandbox key in a live account takes orders that nobody pays, and the reverse takes money in a test.",
        needs: .environmentInCredentials
    ) { subject in
        let sandbox = try AdapterSetup()
        let live = sandbox.with { $0.environment = .live }
        for (setup, other) in [(sandbox, live), (live, sandbox)] {
            for key in subject.credentialKeys(setup) {
                let foreign = subject.settings(other)[key]
                guard foreign != subject.settings(setup)[key] else { continue }
                let error = subject.refusal(of: setup, setting: key, to: foreign)
                try require(
                    error?.key == "providers.\(setup.account).\(key)",
                    sent:
                        "the \(key) of a \(other.environment.rawValue) account, in a \(setup.environment.rawValue) one",
                    came: error.map { "an error about \($0.key)" } ?? "an adapter",
                    due: "an error about \(key)"
                )
            }
        }
    }
}
