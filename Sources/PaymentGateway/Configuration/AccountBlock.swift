import PaymentIntents

/// What the file says about one account.
struct AccountBlock: Sendable {
    /// The values by key.
    var values: [String: SettingValue] = [:]

    /// The line of every key, also of those without a value.
    var lines: [String: Int] = [:]
}
