import Testing

/// A configuration in which a secret has got to where none belongs.
struct Slip: CustomTestStringConvertible {
    /// The secret.
    static let canary = "canary9secret8value"

    /// What went wrong.
    let testDescription: String

    /// The key that the error names.
    let key: String

    /// The configuration; what it lacks to be sound is added, so that nothing else is wrong with it.
    let text: String

    private init(_ title: String, key: String, _ text: String) {
        testDescription = title
        self.key = key
        let environment = text.hasPrefix("environment:") ? "" : "environment: sandbox\n"
        let account = "a: { adapter: agent, accessKey: 0123456789abcdef }"
        let providers = text.hasPrefix("providers:") ? "" : "\nproviders: { enabled: [a], \(account) }"
        self.text = environment + text + providers
    }

    /// The slips.
    static let all: [Slip] = [
        Slip("no blank after the colon", key: "config", "server:\n  apiKeys:\(canary)\n  a: b"),
        Slip("a quote that is never closed", key: "config", "store: \"\(canary)"),
        Slip("an anchor that is nowhere", key: "config", "store: *\(canary)"),
        Slip("a tag", key: "store", "store: !\(canary) \(canary)"),
        Slip("a key twice", key: "config", "\(canary): 1\n\(canary): 2"),
        Slip("a key at the top", key: "config", "\(canary):"),
        Slip("a colon short in a section", key: "server", "server: { \(canary) }"),
        Slip(
            "a colon short in an account",
            key: "providers.wallets",
            "providers: { wallets: { adapter: till, apiKey: 0123456789abcdef, \(canary) } }"
        ),
        Slip(
            "a key of signs",
            key: "providers.wallets",
            "providers: { wallets: { adapter: till, apiKey: 0123456789abcdef, '\(canary)=': x } }"
        ),
        Slip("a key that holds a section", key: "providers.wallets", "providers: { wallets: { '\(canary)=': {} } }"),
        Slip("an account's block", key: "providers", "providers: { \(canary)_: x }"),
        Slip("the environment", key: "environment", "environment: \(canary)"),
        Slip("the store", key: "store", "store: \(canary)"),
        Slip("the host", key: "server.host", "server: { host: '\(canary) x' }"),
        Slip("the port", key: "server.port", "server: { port: \(canary) }"),
        Slip("the public URL", key: "server.publicURL", "server: { publicURL: \(canary) }"),
        Slip("an API key", key: "server.apiKeys", "server: { apiKeys: ['\(canary) x'] }"),
        Slip(
            "the key of notifications",
            key: "notifications.secret",
            "notifications: { url: 'https://a.b', secret: \(canary) }"
        ),
        Slip("an account's name", key: "providers.enabled", "providers: { enabled: [\(canary)_] }"),
        Slip("an account in a route", key: "routes.deposit", "routes: { deposit: [\(canary)_] }"),
        Slip("the adapter", key: "providers.wallets.adapter", "providers: { wallets: { adapter: \(canary) } }"),
        Slip(
            "a line end in a secret",
            key: "providers.wallets.apiKey",
            "providers: { wallets: { adapter: till, apiKey: \"\(canary)\\n\" } }"
        ),
    ]
}
