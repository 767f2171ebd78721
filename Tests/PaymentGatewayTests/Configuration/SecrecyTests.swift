import PaymentGateway
import PaymentIntents
import Testing

@Suite("No secret in an error, a description or a dump")
struct SecrecyTests {
    private static let canary = Slip.canary

    /// Everything that a program could print of a value.
    private func prints(_ value: Any) -> String {
        var text = "\(value)" + String(reflecting: value)
        dump(value, to: &text)
        return text
    }

    @Test("a configuration that is sound shows none")
    func sound() throws {
        var configuration = ConfigurationText()
        configuration.head += "\nstore: postgres://shop:\(Self.canary)@db/payments"
        configuration.wallets = ["apiKey: \(Self.canary)-1", "webhookSecrets: [\(Self.canary)-2]"]
        configuration.tail = """
            server: { apiKeys: [\(Self.canary)-3] }
            notifications: { url: 'https://a.example', secret: whsec_Y2FuYXJ5OXNlY3JldDh2YWx1ZWNhbmFyeTlz }
            """
        let read = try configuration.read(["PAYMENTS_PROVIDERS_AGENTS_ACCESS_KEY": "\(Self.canary)-4"])
        #expect(read.agent?.accessKey.text == "\(Self.canary)-4")
        #expect(read.notifications?.secret.text == "canary9secret8valuecanary9s")
        for value in [read, read.store, read.server, read.accounts, read.notifications as Any] as [Any] {
            #expect(!prints(value).contains("canary"))
            #expect(!prints(value).contains("Y2FuYXJ5"))
        }
    }

    @Test("a slip of the pen shows none", arguments: Slip.all)
    func slip(_ slip: Slip) throws {
        let error = try #require(ConfigurationText.refusal(slip.text))
        #expect(error.key == slip.key)
        #expect(!prints(error).contains("canary"))
    }

    @Test("an unknown key with a value is named, with its line")
    func unknownKey() {
        var configuration = ConfigurationText()
        configuration.wallets += ["apiKeey: \(Self.canary)"]
        let error = configuration.refusal()
        #expect(error?.key == "providers.wallets.apiKeey")
        #expect(error?.problem.contains("line 7") == true)
        #expect(error.map(prints)?.contains("canary") == false)
    }
}
