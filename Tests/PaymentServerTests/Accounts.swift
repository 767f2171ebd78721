import Pay2Local
import PaymentGateway
import PaymentIntents
import SMSPay
import Testing

/// One account at each provider.
enum Accounts {
    static func all() throws -> [ProviderAccount] { [try wallets(), try agents()] }

    private static func wallets() throws -> ProviderAccount {
        let name = try #require(AccountName("wallets"))
        var settings = AdapterSettings(
            account: name,
            environment: .sandbox,
            values: ["apiKey": .text(Secrets.apiKey), "webhookSecrets": .list([Secrets.webhook])]
        )
        return ProviderAccount(name: name, adapter: try SMSPayAdapter(settings: &settings))
    }

    private static func agents() throws -> ProviderAccount {
        let name = try #require(AccountName("agents"))
        var settings = AdapterSettings(
            account: name,
            environment: .sandbox,
            values: [
                "accessKey": .text(Secrets.access), "publicKey": .text(Secrets.publicKey),
                "returnURL": .text("https://shop.example/back"), "serviceType": .text("p2p_agent"),
                "headerSignature": .text("rawBody"), "bodySignature": .text("off"),
            ]
        )
        return ProviderAccount(name: name, adapter: try Pay2LocalAdapter(settings: &settings))
    }
}
