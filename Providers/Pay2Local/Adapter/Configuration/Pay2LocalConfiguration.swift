import PaymentIntents

/// The configuration of one Pay2Local account, read and checked.
struct Pay2LocalConfiguration: Sendable {
    let account: AccountName
    let environment: PaymentEnvironment

    /// Where the API is, without a slash at the end.
    let baseURL: String

    /// What stands in front of the last segment of every path but that of the balance: `sandbox_`, or nothing.
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
        baseURL = try settings.baseURL("baseURL", default: "https://api.pay2local.com/api/v1")
        pathPrefix = try Self.pathPrefix(&settings)
        accessKey = try settings.credential("accessKey")
        publicKey = try settings.credential("publicKey")
        serviceType = try settings.choice("serviceType", default: nil)
        returnURL = try settings.url("returnURL")
        callbackTrust = try settings.choice("callbackTrust", default: .signed)
        signatures = try CallbackSignatures(&settings, accessKey: accessKey)
        try signatures.check(against: callbackTrust, &settings)
    }

    private static func pathPrefix(_ settings: inout AdapterSettings) throws(ConfigurationError) -> String {
        let key = "pathPrefix"
        let prefix = try settings.text(key) ?? ""
        guard prefix.utf8.allSatisfy({ $0.isUnreservedInURL }), !prefix.utf8.contains(UInt8(ascii: ".")) else {
            throw settings.error(key, "must be letters, digits, hyphens and underscores, such as sandbox_")
        }
        // Callbacks name no environment, so nothing later could tell that no money has moved.
        guard settings.environment == .sandbox || !prefix.lowercased().hasPrefix("sandbox") else {
            throw settings.error(key, "must not be the sandbox's where money is real")
        }
        return prefix
    }
}
