import Foundation
import Testing

@Suite("The configuration of the program", .timeLimit(.minutes(30)))
struct ConfigurationTests {
    private static func accounts(_ result: ProgramResult) throws -> [String]? {
        try result.object().texts("providers")
    }

    @Test("is the option's file, else the variable's, else ./payments.yaml")
    func place() async throws {
        try await Folder.with { folder in
            func yaml(_ account: String) -> String {
                Settings().yaml.replacing("enabled: [wallets, agents]", with: "enabled: [\(account)]")
            }
            try folder.write(yaml("wallets"), to: "payments.yaml")
            let agents = try folder.write(yaml("agents"), to: "agents.yaml")
            let both = try folder.write(Settings().yaml, to: "both.yaml")
            #expect(try Self.accounts(try await folder.json("check-config")) == ["wallets"])
            let variables = ["PAYMENTS_CONFIG": agents]
            #expect(try Self.accounts(try await folder.json("check-config", variables: variables)) == ["agents"])
            let chosen = try await folder.json("check-config", "--config", both, variables: variables)
            #expect(try Self.accounts(chosen) == ["wallets", "agents"])
        }
    }

    @Test("may be JSON")
    func json() async throws {
        try await Folder.with { folder in
            let text = """
                {"environment":"sandbox","providers":{"enabled":["wallets"],"wallets":{"adapter":"smspay",
                "apiKey":"\(Settings.apiKey)","webhookSecrets":["\(Settings.webhookSecret)"]}}}
                """
            try folder.write(text, to: "payments.json")
            #expect(try await folder.json("check-config", "--config", "payments.json").status == 0)
        }
    }

    @Test("may be the environment alone, when there is no file")
    func environmentAlone() async throws {
        try await Folder.with { folder in
            let variables = [
                "PAYMENTS_ENVIRONMENT": "sandbox", "PAYMENTS_PROVIDERS_ENABLED": "my-wallets",
                "PAYMENTS_PROVIDERS_MY_WALLETS_ADAPTER": "smspay",
                "PAYMENTS_PROVIDERS_MY_WALLETS_API_KEY": Settings.apiKey,
                "PAYMENTS_PROVIDERS_MY_WALLETS_WEBHOOK_SECRETS": "\(Settings.webhookSecret),whsec_another_0123456789",
            ]
            let result = try await folder.json("check-config", variables: variables)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try Self.accounts(result) == ["my-wallets"])
            #expect(try await folder.json("list", variables: variables).status == 0)

            // A file that somebody named must be there.
            let named = try await folder.json("list", "--config", "absent.yaml", variables: variables)
            #expect(named.status == 78)
            #expect(try await folder.json("list").status == 78)
        }
    }

    @Test("counts relative paths from the file's folder")
    func relativePaths() async throws {
        try await Folder.with { folder in
            let other = try folder.folder("other")
            let file = try folder.write(Settings().yaml, to: "payments.yaml")
            #expect(try await other.json("list", "--config", file).status == 0)
            #expect(try folder.url.appending(path: "payments.sqlite").checkResourceIsReachable())
        }
    }

    @Test("is overruled by the environment, and an unknown variable is a warning")
    func variables() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let variables = ["PAYMENTS_PROVIDERS_ENABLED": "agents", "PAYMENTS_PROVIDERS_WALETS_API_KEY": "sk_test_x"]
            let result = try await folder.json("check-config", variables: variables)
            #expect(result.status == 0)
            #expect(try Self.accounts(result) == ["agents"])
            #expect(result.errors.contains("PAYMENTS_PROVIDERS_WALETS_API_KEY"))
            #expect(!result.errors.contains("sk_test_x"))
            let levels = try await folder.json("check-config", variables: ["PAYMENTS_LOG_LEVEL": "debug"])
            #expect(!levels.errors.contains("warning"))
        }
    }

    private static let slips: [(text: String, replacement: String, key: String)] = [
        ("environment: sandbox", "environment: production", "environment"),
        ("environment: sandbox", "", "environment"),
        ("environment: sandbox", "environment: live", "providers."),
        ("routes:", "rutes:", "rutes"),
        ("    apiKey:", "    apiKee:", "providers.wallets.apiKe"),
        ("webhookSecrets:", "signatureKeys:", "providers.wallets."),
        ("accessKey: \(Settings.accessKey)", "accessKey: short", "providers.agents.accessKey"),
        ("publicKey: \(Settings.publicKey)", "", "providers.agents.publicKey"),
        ("apiKey: sk_test_", "apiKey: sk_live_", "providers.wallets.apiKey"),
        ("accessKey: \(Settings.accessKey)", "accessKey: \(Settings.webhookSecret)", "providers."),
        ("headerSignature: rawBody", "headerSignature: off\n    callbackTrust: signed", "providers.agents."),
        ("withdrawal: [agents]", "withdrawal: [nobody]", "routes.withdrawal"),
        ("enabled: [wallets, agents]", "enabled: []", "providers.enabled"),
        ("port: 0", "port: 65536", "server.port"),
    ]

    @Test("that is wrong is refused by name of the key, and no secret is shown", arguments: slips)
    func refused(text: String, replacement: String, key: String) async throws {
        try await Folder.with { folder in
            var yaml = Settings().yaml
            if replacement.contains("callbackTrust") {
                yaml = yaml.replacing("bodySignature: fields", with: "bodySignature: off")
            }
            try #require(yaml.contains(text))
            try folder.write(yaml.replacing(text, with: replacement), to: "payments.yaml")
            for command in [["check-config"], ["list"], ["serve"], ["create", "--amount", "5", "--reference", "A"]] {
                let result = try await Program.run(command + ["--output", "json"], in: folder)
                #expect(result.status == 78)
                let error = try result.error()
                #expect(error.text("code") == "configuration")
                #expect(error.text("message")?.contains(key) == true, "\(error)")
                for secret in Settings.secrets { #expect(!result.errors.contains(secret.dropFirst(8))) }
            }
            #expect(try await folder.text("check-config").status == 78)
        }
    }

    @Test("skips what is not enabled in a route")
    func disabledInRoute() async throws {
        try await Folder.with { folder in
            let yaml = Settings().yaml.replacing("enabled: [wallets, agents]", with: "enabled: [agents]")
            try folder.write(yaml, to: "payments.yaml")
            let result = try await folder.json("providers")
            #expect(result.status == 0, "\(result.errors)")
            let enabled = try result.objects().filter { $0.bool("isEnabled") == true }
            #expect(enabled.map { $0.text("provider") } == ["agents"])
        }
    }

    @Test("of a store that cannot be opened is storeUnavailable")
    func noStore() async throws {
        try await Folder.with { folder in
            try folder.write("store: sqlite:absent/payments.sqlite\n" + Settings().yaml, to: "payments.yaml")
            for command in ["list", "serve"] {
                let result = try await folder.json(command)
                #expect(result.status == 1)
                let error = try result.error()
                #expect(error.text("code") == "storeUnavailable")
                #expect(error.text("message")?.contains("absent/payments.sqlite: ") == true)
                #expect(error.bool("retryable") == true)
            }
        }
    }

    @Test("is shown by providers, with what each account can do")
    func providers() async throws {
        try await Folder.with { folder in
            try folder.write(Settings().yaml, to: "payments.yaml")
            let accounts = try await folder.json("providers").objects()
            #expect(accounts.map { $0.text("provider") } == ["wallets", "agents"])
            #expect(accounts.map { $0.text("adapter") } == ["smspay", "pay2local"])
            #expect(accounts.first?.texts("kinds") == ["deposit"])
            #expect(accounts.last?.texts("kinds") == ["deposit", "withdrawal"])
            let table = try await folder.text("providers")
            #expect(table.output.contains("wallets"))
            for secret in Settings.secrets { #expect(!table.output.contains(secret)) }
        }
    }

    @Test("is shown by providers for accounts that are not enabled too: what was begun there goes on")
    func retiredProviders() async throws {
        try await Folder.with { folder in
            let yaml = Settings().yaml.replacing("enabled: [wallets, agents]", with: "enabled: [agents]")
            try folder.write(yaml, to: "payments.yaml")
            let accounts = try await folder.json("providers").objects()
            #expect(accounts.map { $0.text("provider") } == ["agents", "wallets"])
            #expect(accounts.map { $0.bool("isEnabled") } == [true, false])
        }
    }
}
