import PaymentIntents

/// What a wrong configuration comes to.
extension SecretRules {
    static let configurationErrors = AdapterRule(
        "secrets.configuration-errors",
        "A program that refuses to start prints why; the key's name is enough, its value may be a secret."
    ) { subject in
        let setup = try AdapterSetup()
        let canary = "canary-4c1d9e"
        let canaries = Canaries(setup, and: [canary])
        let settings = subject.settings(setup)
        for key in settings.keys.sorted() {
            for value in spoilt(settings[key], canary) {
                guard let error = subject.refusal(of: setup, setting: key, to: value) else { continue }
                try canaries.requireNone(in: error, "the error about a wrong \(key)")
                try require(
                    error.key.hasPrefix("providers.\(setup.account)."),
                    sent: "a wrong \(key)",
                    came: "an error about \(error.key)",
                    due: "one about a key of the account \(setup.account)"
                )
            }
        }
    }

    static let shortSecrets = AdapterRule(
        "secrets.short",
        "A secret under 16 characters is a mistake or can be guessed; the program says which one it is."
    ) { subject in
        let setup = try AdapterSetup()
        let settings = subject.settings(setup)
        let keys = subject.secretKeys(setup)
        try require(
            keys.contains(where: subject.credentialKeys(setup).contains) && keys != subject.credentialKeys(setup),
            sent: "the keys of the configuration",
            came: "\(settings.keys.sorted())",
            due: "the credential in one of them, and the keys of callbacks in another"
        )
        for key in keys {
            for short in shortened(settings[key]) {
                let error = subject.refusal(of: setup, setting: key, to: short)
                try require(
                    error?.key == "providers.\(setup.account).\(key)",
                    sent: "a secret of 15 characters as \(key)",
                    came: error.map { "an error about \($0.key)" } ?? "an adapter",
                    due: "an error about \(key)"
                )
            }
        }
    }

    static let unknownKeys = AdapterRule(
        "secrets.unknown-keys",
        "A misspelt key is never ignored: an adapter reads the keys that it knows, and leaves the others to be reported."
    ) { subject in
        let setup = try AdapterSetup()
        var values = subject.settings(setup)
        for due in [[], ["no-such-key"]] {
            for key in due { values[key] = .text("something") }
            var settings = AdapterSettings(account: setup.account, environment: setup.environment, values: values)
            _ = try subject.adapter(&settings)
            try require(
                settings.unknownKeys == due,
                sent: "\(values.keys.sorted())",
                came: "\(settings.unknownKeys) left unread",
                due: "\(due)"
            )
        }
    }

    private static func spoilt(_ value: SettingValue?, _ canary: String) -> [SettingValue?] {
        let texts = value?.texts ?? []
        let wrong: [SettingValue?] = [
            nil, .text(""), .list([]), .text(canary), .text(canary + "\u{7F}" + canary), .list([canary, canary]),
            .text(" " + canary + canary), .list(texts + [canary]),
        ]
        return wrong + texts.flatMap { [.text($0 + " " + canary), .text("ftp://" + canary), .text($0 + "\n")] }
    }

    /// The value with one of its texts cut to 15 characters, once for each.
    private static func shortened(_ value: SettingValue?) -> [SettingValue] {
        switch value {
        case .text(let text): [.text(String(text.prefix(15)))]
        case .list(let texts):
            texts.indices.map { index in
                var texts = texts
                texts[index] = String(texts[index].prefix(15))
                return .list(texts)
            }
        case nil: []
        }
    }
}
