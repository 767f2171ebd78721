import Pay2Local
import PaymentGateway
import PaymentIntents
import SMSPay
import Testing

/// The accounts at the documented addresses, as a merchant would configure them.
enum Accounts {
    static func name(_ text: String) throws -> AccountName { try #require(AccountName(text)) }

    static func smsPay(_ more: [String: SettingValue] = [:]) throws -> SMSPayAdapter {
        let keys: [String: SettingValue] = ["apiKey": .text(Keys.smsPay), "webhookSecrets": .list([Keys.webhook])]
        var settings = try settings("wallets", keys, more)
        return try SMSPayAdapter(settings: &settings)
    }

    static func pay2Local(_ more: [String: SettingValue] = [:]) throws -> Pay2LocalAdapter {
        let keys: [String: SettingValue] = [
            "accessKey": .text(Keys.access), "publicKey": .text(Keys.publicKey),
            "returnURL": .text("https://shop.example/back"), "serviceType": .text("p2p_agent"),
            "headerSignature": .text("rawBody"), "bodySignature": .text("fields"),
            "signedFields": .list([
                "merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp",
            ]),
        ]
        var settings = try settings("agents", keys, more)
        return try Pay2LocalAdapter(settings: &settings)
    }

    static func all() throws -> [ProviderAccount] {
        [
            ProviderAccount(name: try name("wallets"), adapter: try smsPay()),
            ProviderAccount(name: try name("agents"), adapter: try pay2Local()),
        ]
    }

    private static func settings(
        _ account: String,
        _ values: [String: SettingValue],
        _ more: [String: SettingValue]
    ) throws -> AdapterSettings {
        AdapterSettings(
            account: try name(account),
            environment: .sandbox,
            values: values.merging(more) { _, new in new }
        )
    }
}
