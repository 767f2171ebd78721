extension RefusalCase {
    /// What can be wrong outside the accounts.
    static let outsideAccounts: [RefusalCase] = [
        RefusalCase("no environment", key: "environment") { $0.head = "" },
        RefusalCase("an environment without a value", key: "environment") { $0.head = "environment:" },
        RefusalCase("an unknown environment", key: "environment") { $0.head = "environment: production" },
        RefusalCase("an environment in capitals", key: "environment") { $0.head = "environment: LIVE" },
        RefusalCase("an environment that is a list", key: "environment") { $0.head = "environment: [live]" },
        RefusalCase("a key that nobody knows", key: "enviroment") { $0.head += "\nenviroment: live" },
        RefusalCase("a store of another kind", key: "store") { $0.head += "\nstore: mysql://db/payments" },
        RefusalCase("a store without a scheme", key: "store") { $0.head += "\nstore: payments.sqlite" },
        RefusalCase("a store without a file", key: "store") { $0.head += "\nstore: 'sqlite:'" },
        RefusalCase("a store that forgets", key: "store") { $0.head += "\nstore: 'sqlite::memory:'" },
        RefusalCase("a store that is a section", key: "store") { $0.head += "\nstore: { path: x }" },
        RefusalCase("an unknown key of the server", key: "server.hots") { $0.tail = "server: { hots: a }" },
        RefusalCase("a server that is a text", key: "server") { $0.tail = "server: here" },
        RefusalCase("a host with a blank", key: "server.host") { $0.tail = "server: { host: a b }" },
        RefusalCase("a host that is a URL", key: "server.host") { $0.tail = "server: { host: 'http://a' }" },
        RefusalCase("an API key that is too short", key: "server.apiKeys") {
            $0.tail = "server: { apiKeys: [0123456789abcdef, 0123456789abcde] }"
        },
        RefusalCase("an API key with a blank", key: "server.apiKeys") {
            $0.tail = "server: { apiKeys: ['0123456789abcdef 0'] }"
        },
        RefusalCase("a public URL that is none", key: "server.publicURL") { $0.tail = "server: { publicURL: shop }" },
        RefusalCase("an unknown kind of route", key: "routes.refund") { $0.tail = "routes: { refund: [agents] }" },
        RefusalCase("a route to nowhere", key: "routes.deposit") { $0.tail = "routes: { deposit: [agnets] }" },
        RefusalCase("a route to no account's name", key: "routes.deposit") { $0.tail = "routes: { deposit: [A_b] }" },
        RefusalCase("a route to an account twice", key: "routes.deposit") {
            $0.tail = "routes: { deposit: [agents, agents] }"
        },
        RefusalCase("routes that are a list", key: "routes") { $0.tail = "routes: [agents]" },
        RefusalCase("notifications without a secret", key: "notifications.secret") {
            $0.tail = "notifications: { url: 'https://shop.example/h' }"
        },
        RefusalCase("notifications without a URL", key: "notifications.url") {
            $0.tail = "notifications: { secret: whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz }"
        },
        RefusalCase("callbacks that are kept for no time", key: "retention.callbackDays") {
            $0.tail = "retention: { callbackDays: 0 }"
        },
        RefusalCase("callbacks that are kept for a while", key: "retention.callbackDays") {
            $0.tail = "retention: { callbackDays: 90d }"
        },
        RefusalCase("an unknown key of notifications", key: "notifications.key") {
            $0.tail = "notifications: { key: x }"
        },
    ]
}
