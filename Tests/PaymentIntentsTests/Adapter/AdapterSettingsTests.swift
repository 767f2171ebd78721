import PaymentIntents
import Testing

@Suite("Settings of an account")
struct AdapterSettingsTests {
    private static let secret = "sk_test_0123456789"

    private static func settings(
        _ values: [String: SettingValue] = [:],
        in environment: PaymentEnvironment = .sandbox
    ) throws -> AdapterSettings {
        AdapterSettings(account: try #require(AccountName("wallets")), environment: environment, values: values)
    }

    private static func wrong(_ key: String, _ problem: String) -> ConfigurationError {
        ConfigurationError(key: "providers.wallets.\(key)", problem: problem)
    }

    @Test("know which keys nobody has read, absent ones aside")
    func unknownKeys() throws {
        var settings = try Self.settings(["a": .text("1"), "c": .list([]), "b": .text("2")])
        #expect(settings.unknownKeys == ["a", "b", "c"])
        _ = try settings.text("b")
        _ = settings.list("absent")
        #expect(settings.unknownKeys == ["a", "c"])
        _ = settings.list("c")
        _ = try settings.requiredText("a")
        #expect(settings.unknownKeys.isEmpty)
    }

    @Test("count a key as known even when its value is wrong")
    func knownThoughWrong() throws {
        var settings = try Self.settings(["baseURL": .text("nonsense")])
        #expect(throws: ConfigurationError.self) { try settings.url("baseURL") }
        #expect(settings.unknownKeys.isEmpty)
    }

    @Test("give a text, and not a list for one")
    func text() throws {
        var settings = try Self.settings(["a": .text("1"), "b": .list(["1"]), "c": .text("")])
        #expect(try settings.text("a") == "1")
        #expect(try settings.text("absent") == nil)
        #expect(throws: Self.wrong("b", "must be one value, not a list")) { try settings.text("b") }
        #expect(throws: Self.wrong("c", "is empty")) { try settings.requiredText("c") }
        #expect(throws: Self.wrong("absent", "is missing")) { try settings.requiredText("absent") }
    }

    @Test("give a list, of one where there is a text")
    func list() throws {
        var settings = try Self.settings(["a": .text("1"), "b": .list(["1", "2"])])
        #expect(settings.list("a") == ["1"])
        #expect(settings.list("b") == ["1", "2"])
        #expect(settings.list("absent") == nil)
    }

    @Test("give one word of a few, in its own case")
    func choice() throws {
        var settings = try Self.settings(["a": .text("confirmed"), "b": .text("Confirmed"), "c": .text("")])
        let problem = "must be one of: signed, confirmed, signedAndConfirmed"
        #expect(try settings.choice("a", default: CallbackTrust?.none) == .confirmed)
        #expect(try settings.choice("absent", default: CallbackTrust.signed) == .signed)
        #expect(throws: Self.wrong("b", problem)) { try settings.choice("b", default: CallbackTrust.signed) }
        #expect(throws: Self.wrong("c", problem)) { try settings.choice("c", default: CallbackTrust.signed) }
        #expect(throws: Self.wrong("absent", "is missing")) {
            try settings.choice("absent", default: CallbackTrust?.none)
        }
    }

    @Test("give yes or no", arguments: ["TRUE", "yes", "1", "", " true"])
    func flag(_ junk: String) throws {
        var settings = try Self.settings(["yes": .text("true"), "no": .text("false"), "junk": .text(junk)])
        #expect(try settings.flag("yes", default: false))
        #expect(try !settings.flag("no", default: true))
        #expect(try settings.flag("absent", default: true))
        #expect(throws: Self.wrong("junk", "must be true or false")) { try settings.flag("junk", default: true) }
    }

    @Test("give an address, over TLS where money is real")
    func url() throws {
        let values: [String: SettingValue] = [
            "plain": .text("http://api.example"), "secure": .text("https://api.example"), "junk": .text("api.example"),
        ]
        var sandbox = try Self.settings(values)
        #expect(try sandbox.url("plain").text == "http://api.example")
        #expect(throws: Self.wrong("junk", "is not an http or https URL")) { try sandbox.url("junk") }
        #expect(throws: Self.wrong("absent", "is missing")) { try sandbox.url("absent") }
        var live = try Self.settings(values, in: .live)
        #expect(try live.url("secure").isSecure)
        #expect(throws: Self.wrong("plain", "must be https in the live environment")) { try live.url("plain") }
    }

    @Test("give secrets, one or several")
    func secrets() throws {
        var settings = try Self.settings(["one": .text(Self.secret), "two": .list([Self.secret, Self.secret + "2"])])
        #expect(try settings.secret("one").text == Self.secret)
        #expect(try settings.secrets("one").map(\.text) == [Self.secret])
        #expect(try settings.secrets("two").map(\.text) == [Self.secret, Self.secret + "2"])
        #expect(try settings.secrets("absent").isEmpty)
        #expect(throws: Self.wrong("absent", "is missing")) { try settings.secret("absent") }
    }

    @Test(
        "refuse a secret that is too short or that nobody can have meant, and do not quote it",
        arguments: [
            "QQQ", "QQQ456789012345", "QQQ4567890123456\n", " QQQ4567890123456", "QQQ4567890\r\n123456",
            "QQQ45678901\u{0}23456", "QQQéééééé",
        ]
    )
    func wrongSecret(_ secret: String) throws {
        var settings = try Self.settings(["key": .text(secret), "keys": .list([Self.secret, secret])])
        let one = try #require(throws: ConfigurationError.self) { try settings.secret("key") }
        let several = try #require(throws: ConfigurationError.self) { try settings.secrets("keys") }
        #expect(one.key == "providers.wallets.key")
        #expect(several.key == "providers.wallets.keys")
        for text in Printings.all(of: one) + Printings.all(of: several) {
            #expect(!text.contains("QQQ"))
        }
    }

    @Test("refuse an empty list of secrets, which would check nothing")
    func noSecrets() throws {
        var settings = try Self.settings(["keys": .list([])])
        #expect(throws: Self.wrong("keys", "is empty")) { try settings.secrets("keys") }
    }

    @Test("name the key in full in an error")
    func errors() throws {
        #expect(try Self.settings().error("apiKey", "is odd").description == "providers.wallets.apiKey is odd")
    }
}
