import HTTPTypes
import PaymentIntents
import SMSPay
import Signatures
import Testing

/// An account as a merchant would configure it.
struct TestAccount {
    static let secret = "whsec_0123456789abcdef"
    static let nextSecret = "whsec_fedcba9876543210"
    static let sandboxKey = "sk_test_0123456789abcdef"
    static let liveKey = "sk_live_0123456789abcdef"

    var environment = PaymentEnvironment.sandbox
    var values: [String: SettingValue] = [
        "apiKey": .text(Self.sandboxKey),
        "webhookSecrets": .list([Self.secret]),
    ]

    static let sandbox = TestAccount()

    static let live = TestAccount(
        environment: .live,
        values: ["apiKey": .text(liveKey), "webhookSecrets": .list([secret])]
    )

    /// The account with other values; `nil` takes a key out.
    func with(_ changes: [String: SettingValue?]) -> TestAccount {
        var account = self
        for (key, value) in changes { account.values[key] = value }
        return account
    }

    func settings() throws -> AdapterSettings {
        AdapterSettings(account: try #require(AccountName("wallets")), environment: environment, values: values)
    }

    func adapter() throws -> SMSPayAdapter {
        var settings = try settings()
        return try SMSPayAdapter(settings: &settings)
    }
}
