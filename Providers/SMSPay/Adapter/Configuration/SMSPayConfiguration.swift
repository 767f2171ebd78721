import HTTPTypes
import PaymentIntents

/// The configuration of one SMS Pay account, read and checked.
struct SMSPayConfiguration: Sendable {
    let account: AccountName
    let environment: PaymentEnvironment

    /// Where the API is, without `/v1` and without a slash at the end.
    let baseURL: String
    let apiKey: Secret

    /// The secrets that webhooks are signed with. Without any, every callback is refused.
    let webhookKeys: CallbackKeys?
    let callbackTrust: CallbackTrust

    let referenceMode: ReferenceMode
    let allowsFractions: Bool
    let paymentMethod: WirePaymentMethod?
    let language: String?

    init(_ settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
        environment = settings.environment
        baseURL = try Self.baseURL(&settings)
        apiKey = try Self.apiKey(&settings)
        callbackTrust = try settings.choice("callbackTrust", default: .signed)
        webhookKeys = try settings.signingKeys("webhookSecrets")
        referenceMode = try settings.choice("referenceMode", default: .seed)
        allowsFractions = try settings.flag("allowFractions", default: false)
        paymentMethod = try Self.paymentMethod(&settings)
        language = try Self.language(&settings)

        if callbackTrust.needsSignature, webhookKeys == nil {
            throw settings.error(
                "webhookSecrets",
                "is missing; without it callbackTrust can only be \(CallbackTrust.confirmed.rawValue)"
            )
        }
    }

    /// One address serves both environments, and some documents write it with `/v1`, some without.
    private static func baseURL(_ settings: inout AdapterSettings) throws(ConfigurationError) -> String {
        let url = try settings.baseURL("baseURL", default: "https://api.smspaybd.com")
        guard url.hasSuffix("/v1") else { return url }
        var base = url.dropLast("/v1".count)
        while base.hasSuffix("/") { base = base.dropLast() }
        return String(base)
    }

    /// SMS Pay API, ‘Authentication’: `sk_test_…` belongs to `SANDBOX`, `sk_live_…` to `LIVE`.
    private static func apiKey(_ settings: inout AdapterSettings) throws(ConfigurationError) -> Secret {
        let key = "apiKey"
        let secret = try settings.credential(key)
        let environment = settings.environment
        for other in PaymentEnvironment.allCases where other != environment {
            guard !secret.bytes.starts(with: other.keyPrefix.utf8) else {
                throw settings.error(
                    key,
                    "is a key of the \(other.rawValue) environment; a key that begins with \(environment.keyPrefix) is due"
                )
            }
        }
        guard secret.bytes.starts(with: environment.keyPrefix.utf8) else {
            throw settings.error(key, "must begin with \(environment.keyPrefix)")
        }
        return secret
    }

    private static func paymentMethod(
        _ settings: inout AdapterSettings
    ) throws(ConfigurationError) -> WirePaymentMethod? {
        let key = "paymentMethod"
        guard let text = try settings.text(key) else { return nil }
        guard let method = WirePaymentMethod(configured: text) else {
            throw settings.error(key, "must be letters, digits and underscores, such as BKASH_SEND_MONEY")
        }
        return method
    }

    private static func language(_ settings: inout AdapterSettings) throws(ConfigurationError) -> String? {
        let key = "language"
        guard let text = try settings.text(key) else { return nil }
        let isTag = text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        guard isTag, (2...35).contains(text.utf8.count) else {
            throw settings.error(key, "must be a language tag, such as bn")
        }
        return text
    }
}
