import PaymentGateway
import PaymentIntents
import Testing

@Suite("Configuration from the environment")
struct EnvironmentVariableTests {
    @Test(
        "a key's variable is the key in upper snake case",
        arguments: [
            ("apiKey", "API_KEY"), ("publicURL", "PUBLIC_URL"), ("returnURL", "RETURN_URL"), ("baseURL", "BASE_URL"),
            ("apiKeys", "API_KEYS"), ("host", "HOST"), ("my-shop-2", "MY_SHOP_2"), ("sha256Key", "SHA256_KEY"),
            ("URLPrefix", "URL_PREFIX"), ("p2pAgent", "P2P_AGENT"), ("a", "A"), ("", ""),
        ]
    )
    func names(key: String, name: String) {
        #expect(key.upperSnakeCase == name)
    }

    @Test("every key outside the accounts can come from there, and wins over the file")
    func general() throws {
        var configuration = ConfigurationText()
        configuration.head += "\nstore: sqlite:file.sqlite"
        configuration.tail = """
            server: { host: 10.0.0.1, port: 1, publicURL: 'https://file.example', apiKeys: [file_0123456789abcdef] }
            routes: { deposit: [agents] }
            """
        let read = try configuration.read([
            "PAYMENTS_ENVIRONMENT": "live",
            "PAYMENTS_STORE": "postgres://shop@db/payments",
            "PAYMENTS_SERVER_HOST": "::1",
            "PAYMENTS_SERVER_PORT": "65535",
            "PAYMENTS_SERVER_PUBLIC_URL": "https://variable.example",
            "PAYMENTS_SERVER_API_KEYS": "first_0123456789, second_0123456789",
            "PAYMENTS_PROVIDERS_ENABLED": "agents,wallets",
            "PAYMENTS_ROUTES_DEPOSIT": "wallets,agents",
            "PAYMENTS_ROUTES_WITHDRAWAL": "agents",
            "PAYMENTS_NOTIFICATIONS_URL": "https://shop.example/hooks",
            "PAYMENTS_NOTIFICATIONS_SECRET": "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
        ])
        #expect(read.environment == .live)
        #expect(read.store == .postgres(url: "postgres://shop@db/payments"))
        #expect(read.server.host == "::1")
        #expect(read.server.port == 65_535)
        #expect(read.server.publicURL?.text == "https://variable.example")
        #expect(read.server.apiKeys.map(\.text) == ["first_0123456789", "second_0123456789"])
        #expect(read.accounts.map(\.name.rawValue) == ["agents", "wallets"])
        #expect(read.route(.deposit) == ["wallets", "agents"])
        #expect(read.route(.withdrawal) == ["agents"])
        #expect(read.notifications?.url.text == "https://shop.example/hooks")
        #expect(read.notifications?.secret.text == "012345678901234567890123")
        #expect(read.warnings.isEmpty)
    }

    @Test("every key of an account can come from there, and wins over the file")
    func account() throws {
        var configuration = ConfigurationText()
        configuration.wallets += ["note: file", "signedFields: [file]"]
        let read = try configuration.read([
            "PAYMENTS_PROVIDERS_WALLETS_API_KEY": "variable_0123456789, with a comma",
            "PAYMENTS_PROVIDERS_WALLETS_WEBHOOK_SECRETS": "one_0123456789abcdef , two_0123456789abcdef,",
            "PAYMENTS_PROVIDERS_WALLETS_NOTE": "null",
            "PAYMENTS_PROVIDERS_WALLETS_SIGNED_FIELDS": " a,, b ,c",
            "PAYMENTS_PROVIDERS_WALLETS_FAST": "true",
            "PAYMENTS_PROVIDERS_WALLETS_BASE_URL": "https://a.example",
        ])
        let till = try #require(read.till)
        #expect(till.apiKey.text == "variable_0123456789, with a comma")
        #expect(till.webhookSecrets.map(\.text) == ["one_0123456789abcdef", "two_0123456789abcdef"])
        #expect(till.note == "null")
        #expect(till.signedFields == ["a", "b", "c"])
        #expect(till.isFast)
        #expect(till.baseURL?.text == "https://a.example")
        #expect(read.warnings.isEmpty)
    }

    @Test("the whole configuration can come from there")
    func everything() throws {
        let read = try ConfigurationText.read(
            "",
            [
                "PAYMENTS_ENVIRONMENT": "sandbox",
                "PAYMENTS_PROVIDERS_ENABLED": "my-shop",
                "PAYMENTS_PROVIDERS_MY_SHOP_ADAPTER": "till",
                "PAYMENTS_PROVIDERS_MY_SHOP_API_KEY": "variable_0123456789",
            ]
        )
        #expect(read.accounts.map(\.name.rawValue) == ["my-shop"])
        #expect(read.retiredAccounts.isEmpty)
        #expect(read.till?.apiKey.text == "variable_0123456789")
        #expect(read.warnings.isEmpty)
    }

    @Test("an account of the environment alone that only a route mentions is configured, and skipped")
    func routedOnly() throws {
        var configuration = ConfigurationText()
        configuration.tail = "routes: { deposit: [my-shop, wallets] }"
        #expect(configuration.refusal()?.key == "routes.deposit")
        let read = try configuration.read([
            "PAYMENTS_PROVIDERS_MY_SHOP_ADAPTER": "till",
            "PAYMENTS_PROVIDERS_MY_SHOP_API_KEY": "variable_0123456789",
        ])
        #expect(read.route(.deposit) == ["wallets"])
        #expect(read.retiredAccounts.map(\.name.rawValue).contains("my-shop"))
        #expect(read.warnings.isEmpty)
    }

    @Test("an empty variable says nothing")
    func empty() throws {
        let read = try ConfigurationText()
            .read([
                "PAYMENTS_ENVIRONMENT": "", "PAYMENTS_PROVIDERS_ENABLED": "", "PAYMENTS_PROVIDERS_WALLETS_API_KEY": "",
                "PAYMENTS_CONFIG": "",
            ])
        #expect(read.environment == .sandbox)
        #expect(read.accounts.count == 2)
        #expect(read.till?.apiKey.text == "test_wallets_0123456789")
        #expect(read.warnings.isEmpty)
    }

    @Test("a wrong variable is refused under the key's name, not the variable's")
    func wrong() {
        let configuration = ConfigurationText()
        #expect(configuration.refusal(["PAYMENTS_SERVER_PORT": "many"])?.key == "server.port")
        #expect(
            configuration.refusal(["PAYMENTS_PROVIDERS_WALLETS_API_KEY": "short"])?.key == "providers.wallets.apiKey"
        )
        #expect(configuration.refusal(["PAYMENTS_PROVIDERS_WALLETS_ADAPTER": "x"])?.key == "providers.wallets.adapter")
        #expect(configuration.refusal(["PAYMENTS_PROVIDERS_ENABLED": ","])?.key == "providers.enabled")
    }

    @Test("an unknown variable of ours is a warning that names it, in order, and no value")
    func unknown() throws {
        let read = try ConfigurationText()
            .read([
                "PAYMENTS_SERVR_PORT": "canary-value", "PAYMENTS_PROVIDERS_WALLETS_APIKEY": "canary-value",
                "PAYMENTS_PROVIDERS_WALLETS_ACCESS_KEY": "canary-value", "PAYMENTS_": "canary-value",
                "PAYMENTS_CONFIG": "canary-value", "PATH": "canary-value", "payments_store": "canary-value",
                "MY_PAYMENTS_STORE": "canary-value", "PAYMENTS_A\u{1B}[2J": "canary-value",
            ])
        let names = read.warnings.map { String($0.prefix { $0 != " " }) }
        #expect(
            names == [
                "PAYMENTS_", #"PAYMENTS_A\u{1B}[2J"#, "PAYMENTS_PROVIDERS_WALLETS_ACCESS_KEY",
                "PAYMENTS_PROVIDERS_WALLETS_APIKEY", "PAYMENTS_SERVR_PORT",
            ]
        )
        #expect(!read.warnings.joined().contains("canary-value"))
    }

    @Test("variables of accounts whose names begin alike reach the right one")
    func alike() throws {
        var configuration = ConfigurationText()
        configuration.enabled = "[wallets, wallets-2, agents]"
        configuration.tail = "  wallets-2:\n    adapter: till"
        let read = try configuration.read([
            "PAYMENTS_PROVIDERS_WALLETS_2_API_KEY": "second_0123456789",
            "PAYMENTS_PROVIDERS_WALLETS_API_KEY": "first_0123456789",
        ])
        let keys = read.accounts.compactMap { ($0.adapter as? TillAdapter)?.apiKey.text }
        #expect(keys == ["first_0123456789", "second_0123456789"])
        #expect(read.warnings.isEmpty)
    }

    @Test("a variable that two keys read is refused, since nobody can tell which one was meant")
    func ambiguous() throws {
        var configuration = ConfigurationText()
        configuration.enabled = "[agents, agents-till]"
        configuration.tail = "  agents-till: { adapter: till, apiKey: file_0123456789abcdef }"
        #expect(configuration.refusal() == nil)
        let error = try #require(
            configuration.refusal(["PAYMENTS_PROVIDERS_AGENTS_TILL_API_KEY": "canary_0123456789abcdef"])
        )
        #expect(error.key == "providers.agents-till.apiKey")
        #expect(error.problem.contains("providers.agents.tillApiKey"))
        #expect(error.problem.contains("PAYMENTS_PROVIDERS_AGENTS_TILL_API_KEY"))
        #expect(!error.description.contains("canary"))
    }
}
