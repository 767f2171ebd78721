import Pay2Local
import PaymentGateway
import PaymentIntents
import SMSPay
import Signatures

/// One account of each provider, and the key that both sign with.
struct Accounts {
    static let secret = "whsec_benchmark_secret_of_no_account"

    let wallets: ProviderAccount
    let agents: ProviderAccount

    init() throws {
        guard let wallets = AccountName("wallets"), let agents = AccountName("agents") else { throw Impossible() }
        var settings = AdapterSettings(
            account: wallets,
            environment: .sandbox,
            values: ["apiKey": .text("sk_test_benchmark_key"), "webhookSecrets": .text(Self.secret)]
        )
        self.wallets = ProviderAccount(name: wallets, adapter: try SMSPayAdapter(settings: &settings))
        settings = AdapterSettings(
            account: agents,
            environment: .sandbox,
            values: [
                "accessKey": .text(Self.secret),
                "publicKey": .text("benchmark_public_key"),
                "returnURL": .text("https://shop.example/back"),
                "serviceType": .text("p2p_agent"),
                "headerSignature": .text("rawBody"),
                "bodySignature": .text("off"),
            ]
        )
        self.agents = ProviderAccount(name: agents, adapter: try Pay2LocalAdapter(settings: &settings))
    }
}

/// A value that is written here was refused.
struct Impossible: Error {}
