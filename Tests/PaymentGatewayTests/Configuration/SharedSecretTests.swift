import PaymentIntents
import Testing

@Suite("The same secret in two accounts")
struct SharedSecretTests {
    private static let shared = "shared_0123456789abcdef"

    @Test("is refused, and both keys are named")
    func twoAccounts() throws {
        var configuration = ConfigurationText()
        configuration.wallets = ["apiKey: \(Self.shared)"]
        configuration.agents = ["accessKey: \(Self.shared)"]
        let error = try #require(configuration.refusal())
        let names = error.description
        #expect(names.contains("providers.wallets.apiKey"))
        #expect(names.contains("providers.agents.accessKey"))
        #expect(!names.contains(Self.shared))
    }

    @Test("is refused anywhere in a list, and in an account that is not enabled")
    func lists() {
        var configuration = ConfigurationText()
        configuration.enabled = "[agents]"
        configuration.wallets += ["webhookSecrets: [another_0123456789, \(Self.shared)]"]
        configuration.agents += ["signatureKeys: [\(Self.shared), further_0123456789]"]
        #expect(configuration.refusal()?.key == "providers.wallets.webhookSecrets")
        #expect(configuration.refusal()?.problem.contains("providers.agents.signatureKeys") == true)
    }

    @Test("is refused when the environment brings it")
    func environment() {
        let variables = ["PAYMENTS_PROVIDERS_WALLETS_API_KEY": "test_agents_0123456789"]
        #expect(ConfigurationText().refusal(variables)?.key == "providers.wallets.apiKey")
    }

    @Test("is no matter within one account")
    func oneAccount() throws {
        var configuration = ConfigurationText()
        configuration.agents += ["signatureKeys: [test_agents_0123456789, test_agents_0123456789]"]
        #expect(try configuration.read().agent?.signatureKeys.count == 2)
    }
}
