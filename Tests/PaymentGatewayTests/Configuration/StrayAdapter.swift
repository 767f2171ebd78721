import PaymentIntents

/// Says that it works for an account other than the one it was made for.
struct StrayAdapter: SilentAdapter {
    static let name = "stray"
    static let kinds: Set<PaymentKind> = [.deposit]

    let account: AccountName

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        guard let other = AccountName("somebody-else") else { throw settings.error("adapter", "has no name") }
        account = other
    }
}
