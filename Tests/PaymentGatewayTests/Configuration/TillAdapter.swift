import PaymentIntents

/// Carries deposits, and keeps what it has read so that a test can look at it.
struct TillAdapter: SilentAdapter {
    static let name = "till"
    static let kinds: Set<PaymentKind> = [.deposit]

    let account: AccountName
    let apiKey: Secret
    let webhookSecrets: [Secret]
    let baseURL: WebURL?
    let note: String?
    let signedFields: [String]?
    let isFast: Bool

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        account = settings.account
        apiKey = try settings.secret("apiKey")
        webhookSecrets = try settings.secrets("webhookSecrets")
        note = try settings.text("note")
        signedFields = settings.list("signedFields")
        isFast = try settings.flag("fast", default: false)
        baseURL = try settings.text("baseURL") == nil ? nil : settings.url("baseURL")
        if settings.environment == .sandbox, apiKey.text.hasPrefix("live") {
            throw settings.error("apiKey", "is a live key")
        }
    }
}
