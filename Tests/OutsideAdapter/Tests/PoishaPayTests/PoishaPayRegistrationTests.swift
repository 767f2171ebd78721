import PaymentGateway
import PaymentIntents
import PoishaPay
import Testing

@Suite("PoishaPay in a program")
struct PoishaPayRegistrationTests {
    private static let file = """
        environment: sandbox
        providers:
          enabled: [poisha]
          poisha:
            adapter: poishapay
            apiKey: pk_test_0123456789abcdef
            callbackSecrets: [0123456789abcdef0123456789abcdef]
        routes:
          deposit: [poisha]
          withdrawal: [poisha]
        """

    private static func configuration(_ file: String) throws -> GatewayConfiguration {
        var adapters = AdapterRegistry()
        adapters.register(PoishaPayAdapter.self)
        return try GatewayConfiguration(text: file, folder: "", environment: [:], adapters: adapters)
    }

    @Test("is switched on by a configuration file that names it")
    func isSwitchedOn() throws {
        let configuration = try Self.configuration(Self.file)
        let account = try #require(configuration.accounts.first)
        #expect(account.adapterName == "poishapay")
        #expect(account.adapter is PoishaPayAdapter)
        #expect(configuration.routes[.deposit] == [account.name])
        #expect(configuration.routes[.withdrawal] == [account.name])
    }

    @Test("is not switched on with a key that it does not know, or one of the other environment")
    func wrongKeys() {
        let misspelt = Self.file.replacing("callbackSecrets", with: "callbackSecret")
        #expect(throws: ConfigurationError(key: "providers.poisha.callbackSecrets", problem: "is missing")) {
            try Self.configuration(misspelt)
        }
        let unknown = Self.file.replacing("    apiKey", with: "    colour: green\n    apiKey")
        let error = #expect(throws: ConfigurationError.self) { try Self.configuration(unknown) }
        #expect(error?.key == "providers.poisha.colour")
        let live = Self.file.replacing("pk_test_", with: "pk_live_")
        #expect(throws: ConfigurationError(key: "providers.poisha.apiKey", problem: "must begin with pk_test_")) {
            try Self.configuration(live)
        }
    }
}
