import PaymentIntents
import Signatures

/// The configuration of one Pay2Local account, read and checked.
struct Pay2LocalConfiguration: Sendable {
    let account: AccountName
    let environment: PaymentEnvironment

    /// Where the API is, without a slash at the end.
    let baseURL: String

    /// What stands in front of the last segment of every path: `sandbox_`, or nothing.
    let pathPrefix: String

    /// The value of `X-Authorization-Access`.
    let accessKey: Secret

    /// The value of `X-Authorization-Public`.
    let publicKey: Secret

    let serviceType: ServiceType

    /// Where customers return when an order names no place.
    let returnURL: WebURL

    let callbackTrust: CallbackTrust
    let signatures: CallbackSignatures

    init(_ settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
        environment = settings.environment
        baseURL = try Self.baseURL(&settings)
        pathPrefix = try Self.pathPrefix(&settings)
        accessKey = try Self.credential("accessKey", &settings)
        publicKey = try Self.credential("publicKey", &settings)
        serviceType = try settings.choice("serviceType", default: nil)
        returnURL = try settings.url("returnURL")
        callbackTrust = try settings.choice("callbackTrust", default: .signed)
        signatures = try CallbackSignatures(&settings, accessKey: accessKey)
        try signatures.check(against: callbackTrust, settings)
    }

    private static func baseURL(_ settings: inout AdapterSettings) throws(ConfigurationError) -> String {
        let key = "baseURL"
        guard try settings.text(key) != nil else { return "https://api.pay2local.com/api/v1" }
        var url = try settings.url(key).text[...]
        guard !url.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            throw settings.error(key, "must have neither a query nor a fragment")
        }
        while url.hasSuffix("/") { url = url.dropLast() }
        return String(url)
    }

    private static func pathPrefix(_ settings: inout AdapterSettings) throws(ConfigurationError) -> String {
        let key = "pathPrefix"
        let prefix = try settings.text(key) ?? ""
        guard prefix.utf8.allSatisfy({ $0.isUnreservedInURL }), !prefix.utf8.contains(UInt8(ascii: ".")) else {
            throw settings.error(key, "must be letters, digits, hyphens and underscores, such as sandbox_")
        }
        return prefix
    }

    private static func credential(
        _ key: String,
        _ settings: inout AdapterSettings
    ) throws(ConfigurationError) -> Secret {
        let secret = try settings.secret(key)
        guard secret.bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw settings.error(key, "has a character that no header can carry")
        }
        return secret
    }
}
