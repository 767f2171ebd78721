import PaymentIntents
import SMSPay
import Testing

@Suite("Configuration: what an account may say")
struct ConfigurationTests {
    @Test("The least is an API key and a webhook secret; everything else has a default")
    func defaults() throws {
        let adapter = try TestAccount.sandbox.adapter()
        #expect(SMSPayAdapter.name == "smspay")
        #expect(adapter.account.rawValue == "wallets")
        #expect(adapter.callbackTrust == .signed)
        #expect(try adapter.request(for: .list(page: 1)).url.hasPrefix("https://api.smspaybd.com/v1/payments/"))
    }

    @Test("Every key of the adapter is known, and no other one is")
    func everyKeyIsKnown() throws {
        var settings = try TestAccount.sandbox
            .with([
                "baseURL": .text("https://api.smspaybd.com"), "referenceMode": .text("split"),
                "allowFractions": .text("true"), "paymentMethod": .text("BKASH_PAYMENT"), "language": .text("bn"),
                "callbackTrust": .text("signedAndConfirmed"), "webhookSecret": .text("misspelt, and so unknown"),
            ])
            .settings()
        _ = try SMSPayAdapter(settings: &settings)
        #expect(settings.unknownKeys == ["webhookSecret"])
    }

    @Test(
        "Row 36: a wrong value refuses to start, names the key and never the value",
        arguments: [
            WrongSetting("apiKey", nil),
            WrongSetting("apiKey", .text("")),
            WrongSetting("apiKey", .text("sk_test_short"), "16"),
            WrongSetting("apiKey", .text("canary-0123456789abcdef"), "sk_test_"),
            WrongSetting("apiKey", .text("sk_live_canary-0123456789"), "sk_test_"),
            WrongSetting("apiKey", .text("SK_TEST_canary-0123456789"), "sk_test_"),
            WrongSetting("apiKey", .text("sk_test_canary-Ω123456789"), "header"),
            WrongSetting("apiKey", .text("sk_test_canary 0123456789"), "header"),
            WrongSetting("apiKey", .list(["sk_test_canary-0123456789"])),
            WrongSetting("webhookSecrets", nil, "confirmed"),
            WrongSetting("webhookSecrets", .list([])),
            WrongSetting("webhookSecrets", .list(["canary-short"]), "16"),
            WrongSetting("webhookSecrets", .list(["canary-0123456789", "canary"]), "16"),
            WrongSetting("baseURL", .text("ftp://canary.example")),
            WrongSetting("baseURL", .text("https://user:canary@api.example")),
            WrongSetting("baseURL", .text("https://api.example/v1?canary=1"), "query"),
            WrongSetting("baseURL", .text("https://api.example/#canary"), "fragment"),
            WrongSetting("referenceMode", .text("canary"), "seed, split"),
            WrongSetting("allowFractions", .text("canary"), "true or false"),
            WrongSetting("callbackTrust", .text("canary"), "signed, confirmed, signedAndConfirmed"),
            WrongSetting("paymentMethod", .text("canary method")),
            WrongSetting("paymentMethod", .text("")),
            WrongSetting("language", .text("canary\r\n")),
            WrongSetting("language", .text("")),
        ]
    )
    func wrongValue(_ wrong: WrongSetting) throws {
        var settings = try TestAccount.sandbox.with([wrong.key: wrong.value]).settings()
        let error = try #require(throws: ConfigurationError.self) { try SMSPayAdapter(settings: &settings) }
        #expect(error.key == "providers.wallets.\(wrong.key)")
        #expect(error.problem.contains(wrong.says))
        #expect(!"\(error)".contains("canary"))
    }

    @Test("Row 36: in the live environment a live key and TLS are due")
    func live() throws {
        _ = try TestAccount.live.adapter()
        for (key, value) in [("apiKey", TestAccount.sandboxKey), ("baseURL", "http://api.smspaybd.com")] {
            let error = try #require(throws: ConfigurationError.self) {
                try TestAccount.live.with([key: .text(value)]).adapter()
            }
            #expect(error.key == "providers.wallets.\(key)")
        }
    }

    @Test("Without a webhook secret only the trust `confirmed` may be configured", arguments: CallbackTrust.allCases)
    func trustWithoutSecrets(_ trust: CallbackTrust) throws {
        let account = TestAccount.sandbox.with(["webhookSecrets": nil, "callbackTrust": .text(trust.rawValue)])
        if trust == .confirmed {
            #expect(try account.adapter().callbackTrust == .confirmed)
        } else {
            let error = try #require(throws: ConfigurationError.self) { try account.adapter() }
            #expect(error.key == "providers.wallets.webhookSecrets")
        }
    }

    @Test(
        "The address may be written with or without /v1 and slashes",
        arguments: [
            ("https://api.example", "https://api.example/v1/"),
            ("https://api.example/", "https://api.example/v1/"),
            ("https://api.example/v1", "https://api.example/v1/"),
            ("https://api.example/v1///", "https://api.example/v1/"),
            ("https://api.example//v1/", "https://api.example/v1/"),
            ("https://api.example/pay/v1", "https://api.example/pay/v1/"),
            ("https://api.example/v10", "https://api.example/v10/v1/"),
            ("http://127.0.0.1:9000", "http://127.0.0.1:9000/v1/"),
        ]
    )
    func baseURL(_ configured: String, _ expected: String) throws {
        let adapter = try TestAccount.sandbox.with(["baseURL": .text(configured)]).adapter()
        #expect(try adapter.request(for: .list(page: 1)).url == expected + "payments/intents?page=1&limit=50")
    }

    @Test("Capabilities: deposits in whole taka, any wallet, FAILED by query only")
    func capabilities() throws {
        let capabilities = try TestAccount.sandbox.adapter().capabilities
        #expect(capabilities.kinds == [.deposit])
        #expect(capabilities.methods == nil)
        #expect(capabilities.currencies == [.bdt])
        #expect(!capabilities.takesFractions)
        #expect(capabilities.operations == [.create, .query, .list])
        #expect(capabilities.isCreationIdempotent)
        #expect(capabilities.claimsByQueryOnly == .failed)
    }

    @Test(
        "A configured payment method narrows the wallets when the documents say whose it is",
        arguments: [("bkash_send_money", "bkash"), ("BKASH_PAYMENT", "bkash"), ("NAGAD_PAYMENT", nil)]
    )
    func methods(_ configured: String, _ wallet: String?) throws {
        let adapter = try TestAccount.sandbox.with(["paymentMethod": .text(configured)]).adapter()
        #expect(adapter.capabilities.methods == wallet.map { [PaymentMethod(rawValue: $0)] })
    }
}

/// A value that must not be run with.
struct WrongSetting: Sendable, CustomTestStringConvertible {
    let key: String
    let value: SettingValue?
    let says: String

    init(_ key: String, _ value: SettingValue?, _ says: String = " ") {
        self.key = key
        self.value = value
        self.says = says
    }

    var testDescription: String { "\(key): \(value.map { "\($0)" } ?? "absent")" }
}
