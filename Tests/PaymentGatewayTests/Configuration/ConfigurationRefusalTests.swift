import PaymentGateway
import PaymentIntents
import Testing

@Suite("A wrong configuration is refused, and the key is named")
struct ConfigurationRefusalTests {
    @Test("the sound configuration that the refused ones differ from is accepted")
    func sound() throws {
        let configuration = try ConfigurationText().read()
        #expect(configuration.accounts.map(\.name.rawValue) == ["wallets", "agents"])
        #expect(configuration.warnings.isEmpty)
    }

    @Test("outside the accounts", arguments: RefusalCase.outsideAccounts)
    func outsideAccounts(_ test: RefusalCase) {
        #expect(test.configuration.refusal(test.variables)?.key == test.key)
    }

    @Test("in the accounts", arguments: RefusalCase.inAccounts)
    func inAccounts(_ test: RefusalCase) {
        #expect(test.configuration.refusal(test.variables)?.key == test.key)
    }

    @Test(
        "a port is a number from 0 to 65535, written plainly",
        arguments: ["-1", "65536", "+80", "080", "8_0", "0x50", "80.0", "http", "''", "[80]", "99999999999999999999"]
    )
    func port(_ port: String) {
        var configuration = ConfigurationText()
        configuration.tail = "server: { port: \(port) }"
        #expect(configuration.refusal()?.key == "server.port")
    }

    @Test(
        "a plain-http URL is refused in live, and taken in the sandbox",
        arguments: [
            ("server.publicURL", "server: { publicURL: 'http://shop.example' }"),
            (
                "notifications.url",
                "notifications: { url: 'http://shop.example', secret: whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz }"
            ),
            (
                "providers.more.baseURL",
                "  more: { adapter: till, apiKey: more_0123456789abcdef, baseURL: 'http://a.b' }"
            ),
        ]
    )
    func plainHTTP(key: String, line: String) {
        var configuration = ConfigurationText()
        configuration.tail = line
        #expect(configuration.refusal() == nil)
        configuration.head = "environment: live"
        #expect(configuration.refusal()?.key == key)
        configuration.tail = line.replacing("http:", with: "https:")
        #expect(configuration.refusal() == nil)
    }

    @Test("an unknown adapter's error says which there are")
    func knownAdapters() {
        var configuration = ConfigurationText()
        configuration.tail = "  more: { adapter: stripe }"
        #expect(configuration.refusal()?.problem.contains("agent, stray, till") == true)
    }

    @Test("an error about a value that is not a name says which entry it is")
    func entry() {
        var configuration = ConfigurationText()
        configuration.enabled = "[agents, wallets, Agents]"
        #expect(configuration.refusal()?.problem.contains("number 3") == true)
    }
}
