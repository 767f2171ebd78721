import PaymentGateway
import PaymentIntents

/// A configuration as a test writes it: a sound one, with a line or two replaced.
struct ConfigurationText {
    /// The sections before the accounts.
    var head = "environment: sandbox"

    /// The names under `enabled`.
    var enabled = "[wallets, agents]"

    /// The keys of `wallets`, besides its adapter.
    var wallets = ["apiKey: test_wallets_0123456789"]

    /// The keys of `agents`, besides its adapter.
    var agents = ["accessKey: test_agents_0123456789"]

    /// The sections after the accounts.
    var tail = ""

    /// The text.
    var text: String {
        let wallets = (["adapter: till"] + wallets).map { "    \($0)\n" }.joined()
        let agents = (["adapter: agent"] + agents).map { "    \($0)\n" }.joined()
        return "\(head)\nproviders:\n  enabled: \(enabled)\n  wallets:\n\(wallets)  agents:\n\(agents)\(tail)\n"
    }

    /// The adapters of the tests.
    static var adapters: AdapterRegistry {
        var adapters = AdapterRegistry()
        adapters.register(TillAdapter.self)
        adapters.register(AgentAdapter.self)
        adapters.register(StrayAdapter.self)
        return adapters
    }

    /// Reads the text.
    func read(_ variables: [String: String] = [:]) throws(ConfigurationError) -> GatewayConfiguration {
        try Self.read(text, variables)
    }

    /// Reads a text.
    static func read(
        _ text: String,
        _ variables: [String: String] = [:],
        folder: String = "/etc/shop"
    ) throws(ConfigurationError) -> GatewayConfiguration {
        try GatewayConfiguration(text: text, folder: folder, environment: variables, adapters: adapters)
    }

    /// Why the text is refused; `nil` if it is accepted.
    func refusal(_ variables: [String: String] = [:]) -> ConfigurationError? { Self.refusal(text, variables) }

    /// Why a text is refused; `nil` if it is accepted.
    static func refusal(_ text: String, _ variables: [String: String] = [:]) -> ConfigurationError? {
        do {
            _ = try read(text, variables)
            return nil
        } catch {
            return error
        }
    }
}

extension GatewayConfiguration {
    /// The account `wallets`.
    var till: TillAdapter? { accounts.lazy.compactMap { $0.adapter as? TillAdapter }.first }

    /// The account `agents`.
    var agent: AgentAdapter? { accounts.lazy.compactMap { $0.adapter as? AgentAdapter }.first }

    /// The names of a route.
    func route(_ kind: PaymentKind) -> [String]? { routes[kind]?.map(\.rawValue) }
}
