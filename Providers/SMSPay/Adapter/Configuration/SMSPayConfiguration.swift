import HTTPTypes
import PaymentIntents
import Signatures

/// The configuration of one SMS Pay account, read and checked.
struct SMSPayConfiguration: Sendable {
    let account: AccountName
    let environment: PaymentEnvironment

    /// Where the API is, without `/v1` and without a slash at the end.
    let baseURL: String
    let apiKey: Secret

    /// The secrets that webhooks are signed with. Without any, every callback is refused.
    let webhookKeys: SigningKeys?
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
        webhookKeys = try Self.webhookKeys(&settings)
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
        let key = "baseURL"
        guard try settings.text(key) != nil else { return "https://api.smspaybd.com" }
        let url = try settings.url(key).text
        guard !url.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            throw settings.error(key, "must have neither a query nor a fragment")
        }
        var base = withoutSlashes(url[...])
        if base.hasSuffix("/v1") { base = withoutSlashes(base.dropLast("/v1".count)) }
        return String(base)
    }

    private static func withoutSlashes(_ text: Substring) -> Substring {
        var text = text
        while text.hasSuffix("/") { text = text.dropLast() }
        return text
    }

    /// SMS Pay API, ‘Authentication’: `sk_test_…` belongs to `SANDBOX`, `sk_live_…` to `LIVE`.
    private static func apiKey(_ settings: inout AdapterSettings) throws(ConfigurationError) -> Secret {
        let key = "apiKey"
        let secret = try settings.secret(key)
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
        guard secret.bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw settings.error(key, "has a character that no header can carry")
        }
        return secret
    }

    private static func webhookKeys(_ settings: inout AdapterSettings) throws(ConfigurationError) -> SigningKeys? {
        let key = "webhookSecrets"
        var keys: [SigningKey] = []
        for secret in try settings.secrets(key) {
            do throws(SigningKeyError) {
                keys.append(try SigningKey(secret.bytes))
            } catch {
                throw settings.error(key, "cannot be used: \(error)")
            }
        }
        guard let first = keys.first else { return nil }
        return SigningKeys(first, rotating: Array(keys.dropFirst()))
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
