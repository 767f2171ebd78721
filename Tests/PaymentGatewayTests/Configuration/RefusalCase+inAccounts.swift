extension RefusalCase {
    /// What can be wrong in the accounts.
    static let inAccounts: [RefusalCase] = [
        RefusalCase("nothing is enabled", key: "providers.enabled") { $0.enabled = "[]" },
        RefusalCase("enabled is not written", key: "providers.enabled") { $0.enabled = "" },
        RefusalCase("an account is enabled and not configured", key: "providers.tills") { $0.enabled = "[tills]" },
        RefusalCase("an account is enabled twice", key: "providers.enabled") { $0.enabled = "[agents, agents]" },
        RefusalCase("enabled holds no account's name", key: "providers.enabled") { $0.enabled = "[Agents]" },
        RefusalCase("enabled holds itself", key: "providers.enabled") { $0.enabled = "[enabled]" },
        RefusalCase("a block has no account's name", key: "providers") { $0.tail = "  My_Account: { adapter: till }" },
        RefusalCase("an account's name is too long", key: "providers") {
            $0.tail = "  \(String(repeating: "a", count: 33)): { adapter: till }"
        },
        RefusalCase("an account without an adapter", key: "providers.more.adapter") { $0.tail = "  more: {}" },
        RefusalCase("an adapter that nobody registered", key: "providers.more.adapter") {
            $0.tail = "  more: { adapter: stripe }"
        },
        RefusalCase("an adapter that strays", key: "providers.more.adapter") { $0.tail = "  more: { adapter: stray }" },
        RefusalCase("an account that is a text", key: "providers.more") { $0.tail = "  more: till" },
        RefusalCase("a missing secret", key: "providers.wallets.apiKey") { $0.wallets = [] },
        RefusalCase("a secret without a value", key: "providers.wallets.apiKey") { $0.wallets = ["apiKey:"] },
        RefusalCase("a secret that is null", key: "providers.wallets.apiKey") { $0.wallets = ["apiKey: null"] },
        RefusalCase("an empty secret", key: "providers.wallets.apiKey") { $0.wallets = ["apiKey: ''"] },
        RefusalCase("a secret of 15 characters", key: "providers.wallets.apiKey") {
            $0.wallets = ["apiKey: 012345678901234"]
        },
        RefusalCase("a secret that is a list", key: "providers.wallets.apiKey") {
            $0.wallets = ["apiKey: [test_wallets_0123456789]"]
        },
        RefusalCase("one short secret of several", key: "providers.wallets.webhookSecrets") {
            $0.wallets += ["webhookSecrets: [0123456789abcdef, short]"]
        },
        RefusalCase("a live key in the sandbox", key: "providers.wallets.apiKey") {
            $0.wallets = ["apiKey: live_wallets_0123456789"]
        },
        RefusalCase("a misspelt key of an account", key: "providers.wallets.apikey") {
            $0.wallets += ["apikey: test_wallets_0123456789"]
        },
        RefusalCase("another adapter's key", key: "providers.wallets.accessKey") {
            $0.wallets += ["accessKey: test_wallets_0123456789"]
        },
        RefusalCase("a section in place of a value", key: "providers.wallets.note") {
            $0.wallets += ["note: { a: b }"]
        },
        RefusalCase("a list of lists", key: "providers.wallets.signedFields") {
            $0.wallets += ["signedFields: [[a]]"]
        },
        RefusalCase("a list with nothing in it", key: "providers.wallets.signedFields") {
            $0.wallets += ["signedFields: [a, ~]"]
        },
        RefusalCase("a tag that asks for decoding", key: "providers.wallets.note") {
            $0.wallets += ["note: !!binary aGVsbG8="]
        },
        RefusalCase("an account that is not enabled is wrong", key: "providers.wallets.apiKey") {
            $0.enabled = "[agents]"
            $0.wallets = ["apiKey: short"]
        },
    ]
}
