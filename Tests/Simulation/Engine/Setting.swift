import Pay2Local
import PaymentGateway
import PaymentIntents
import SMSPay

/// How the merchant is set up in one run: three accounts, of which `purses` is only ever spoken to by its provider.
struct Setting: Sendable {
    static let purseSecret = "whsec_simulation_of_purses_01"

    /// What has to hold before a callback to `agents` is believed.
    let trust: CallbackTrust
    let depositRoute: [String]

    var routes: [PaymentKind: [AccountName]] {
        [
            .deposit: depositRoute.compactMap { AccountName($0) },
            .withdrawal: [AccountName("agents")].compactMap(\.self),
        ]
    }

    func accounts(secrets: [String]) throws -> [ProviderAccount] {
        [
            try account(
                "wallets",
                SMSPayAdapter.self,
                ["apiKey": .text(Wallets.apiKey), "webhookSecrets": .list(secrets)]
            ),
            try account(
                "purses",
                SMSPayAdapter.self,
                ["apiKey": .text("sk_test_purses_0123456789abc"), "webhookSecrets": .list([Self.purseSecret])]
            ),
            try account("agents", Pay2LocalAdapter.self, agentValues),
        ]
    }

    private var agentValues: [String: SettingValue] {
        [
            "accessKey": .text(Agents.accessKey), "publicKey": .text(Agents.publicKey),
            "returnURL": .text("https://shop.example/back"), "serviceType": .text("p2p_agent"),
            "callbackTrust": .text(trust.rawValue),
            "headerSignature": .text(trust.needsSignature ? "rawBody" : "off"), "bodySignature": .text("off"),
        ]
    }

    private func account<Adapter: ProviderAdapter>(
        _ name: String,
        _ type: Adapter.Type,
        _ values: [String: SettingValue]
    ) throws -> ProviderAccount {
        guard let name = AccountName(name) else { throw Violation("\(name) is no name of an account") }
        var settings = AdapterSettings(account: name, environment: .sandbox, values: values)
        return ProviderAccount(name: name, adapter: try Adapter(settings: &settings))
    }

    func notifications() throws -> NotificationSettings {
        guard let url = WebURL(World.merchantURL) else { throw Violation("the merchant has no address") }
        return NotificationSettings(url: url, secret: Secret(bytes: World.notificationSecret))
    }
}
