import PaymentGateway
import PaymentIntents
import Testing

@Suite("The text of a configuration")
struct ConfigurationTextTests {
    private func note(_ written: String) throws -> String? {
        var configuration = ConfigurationText()
        configuration.wallets += ["note: \(written)"]
        return try configuration.read().till?.note
    }

    @Test(
        "a scalar is the text that was written, whatever it looks like",
        arguments: [
            "0123456789012345678", "500.00", "1e3", "0x1F", "0o17", "1_000", "yes", "NO", "True", "12:30:45",
            "2026-05-05", ".inf", "-0", "+500", "=", "<<",
        ]
    )
    func scalars(_ text: String) throws {
        #expect(try note(text) == text)
        #expect(try note("\"\(text)\"") == text)
        #expect(try note("'\(text)'") == text)
    }

    @Test("a secret of digits keeps every one of them")
    func digits() throws {
        var configuration = ConfigurationText()
        configuration.wallets = ["apiKey: 0123456789012345678901234567890"]
        #expect(try configuration.read().till?.apiKey.text == "0123456789012345678901234567890")
    }

    @Test("null, a tilde and nothing are absent", arguments: ["", "~", "null", "Null", "NULL", "# nothing"])
    func absent(_ text: String) throws {
        #expect(try note(text) == nil)
    }

    @Test("a quoted text is there, even when it is empty", arguments: ["", "~", "null"])
    func quoted(_ text: String) throws {
        #expect(try note("'\(text)'") == text)
        #expect(try note("\"\(text)\"") == text)
    }

    @Test("one text is a list of one, an empty list stays one")
    func lists() throws {
        var configuration = ConfigurationText()
        configuration.wallets += ["signedFields: amount"]
        #expect(try configuration.read().till?.signedFields == ["amount"])
        configuration.wallets[1] = "signedFields: []"
        #expect(try configuration.read().till?.signedFields == [])
        configuration.wallets[1] = "signedFields: [a, '', 'b, c']"
        #expect(try configuration.read().till?.signedFields == ["a", "", "b, c"])
    }

    @Test("JSON is read as JSON, escapes and all")
    func json() throws {
        let text = #"""
            {"environment":"sandbox","store":"sqlite:\/var\/lib\/shop.sqlite",
            	"server":{"port":0,"apiKeys":["0123456789abcdef"]},
             "providers":{"enabled":["wallets"],
               "wallets":{"adapter":"till","apiKey":"test_\u00e9_0123456789","note":"a\/b \u0041\n\"\\\t","fast":true,
                          "baseURL":"https://a.example/v1","webhookSecrets":[]}},
             "notifications":null}
            """#
        let refused = ConfigurationText.refusal(text)
        #expect(refused?.key == "providers.wallets.webhookSecrets")
        let configuration = try ConfigurationText.read(text.replacing(#","webhookSecrets":[]"#, with: ""))
        let till = try #require(configuration.till)
        #expect(configuration.store == .sqlite(path: "/var/lib/shop.sqlite"))
        #expect(configuration.server.port == 0)
        #expect(configuration.server.apiKeys == [Secret("0123456789abcdef")])
        #expect(till.apiKey.text == "test_é_0123456789")
        #expect(till.note == "a/b A\n\"\\\t")
        #expect(till.isFast)
        #expect(till.baseURL?.text == "https://a.example/v1")
        #expect(configuration.notifications == nil)
    }

    @Test("an anchor stands for what it names")
    func anchors() throws {
        var configuration = ConfigurationText()
        configuration.wallets += ["note: &word hello", "signedFields: [*word]"]
        #expect(try configuration.read().till?.signedFields == ["hello"])
    }

    @Test(
        "a key that stands twice is refused",
        arguments: [
            "environment: sandbox\nenvironment: live", "environment: sandbox\n\"environment\": live",
            "environment: sandbox\n'environment': live", "environment: sandbox\n!!int environment: live",
            "environment: sandbox\nserver: { port: 1, port: 2 }",
            "environment: sandbox\nserver: { true: 1, 'true': 2 }",
            "environment: sandbox\nserver: {}\nserver: {}",
        ]
    )
    func duplicates(_ head: String) {
        var configuration = ConfigurationText()
        configuration.head = head
        let error = configuration.refusal()
        #expect(error?.key == "config")
        #expect(error?.problem.contains("the same key twice") == true)
    }

    @Test("a key of an account that stands twice is refused")
    func duplicateInAccount() {
        var configuration = ConfigurationText()
        configuration.wallets += configuration.wallets
        #expect(configuration.refusal()?.key == "config")
    }

    @Test(
        "what is neither YAML nor JSON is refused, and where is said",
        arguments: [
            "environment: [", "a: b: c", "\tenvironment: live", "environment: \"x", "*nobody", "a: 1\n---\nb: 2",
        ]
    )
    func malformed(_ text: String) {
        let error = ConfigurationText.refusal(text)
        #expect(error?.key == "config")
        #expect(error?.problem.contains("line") == true)
    }

    @Test(
        "what is no section of keys is refused",
        arguments: ["- a", "sandbox", "[a, b]", "? [a]\n: b", "? { a: b }\n: c", "\u{0}", "a\u{7}: b"]
    )
    func noSection(_ text: String) {
        #expect(ConfigurationText.refusal(text)?.key == "config")
    }

    @Test(
        "nothing at all is a configuration without a key",
        arguments: ["", "\n", "# only a comment\n", "---\n", "{}"]
    )
    func nothing(_ text: String) {
        #expect(ConfigurationText.refusal(text)?.key == "environment")
    }

    @Test("brackets without end are refused, not a crash")
    func depth() {
        #expect(ConfigurationText.refusal(String(repeating: "[", count: 100_000))?.key == "config")
        #expect(ConfigurationText.refusal("a: " + String(repeating: "{a: ", count: 100_000))?.key == "config")
        #expect(ConfigurationText.refusal(String(repeating: "- ", count: 100_000))?.key == "config")
    }

    @Test("a text over 1 MiB is refused")
    func size() {
        let comment = "# " + String(repeating: "x", count: 1 << 20)
        #expect(
            ConfigurationText.refusal(comment) == ConfigurationError(key: "config", problem: "is larger than 1 MiB")
        )
    }

    @Test("a byte order mark and Windows line ends are taken")
    func windows() throws {
        let text = "\u{FEFF}" + ConfigurationText().text.split(separator: "\n").joined(separator: "\r\n")
        #expect(try ConfigurationText.read(text).accounts.count == 2)
    }
}
