import PaymentIntents

/// Carries both directions. It reads `accessKey`, and `tillApiKey`, whose variable can be another account's.
struct AgentAdapter: SilentAdapter {
    static let name = "agent"
    static let kinds: Set<PaymentKind> = [.deposit, .withdrawal]

    let account: AccountName
    let accessKey: Secret
    let signatureKeys: [Secret]
    let tillKey: String?

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
        accessKey = try settings.secret("accessKey")
        let keys = try settings.secrets("signatureKeys")
        signatureKeys = keys.isEmpty ? [accessKey] : keys
        tillKey = try settings.text("tillApiKey")
    }
}
