import PaymentIntents

/// The settings outside the accounts, key by key: the environment's value, else the file's.
struct SettingsSource: Sendable {
    let document: ConfigurationDocument
    var variables: EnvironmentVariables

    static func error(_ key: String, _ problem: String) -> ConfigurationError {
        ConfigurationError(key: key, problem: problem)
    }

    /// A text that may be absent.
    mutating func text(_ key: String) throws(ConfigurationError) -> String? {
        if let variable = try variables.value(of: key) { return variable }
        switch document.values[key] {
        case nil: return nil
        case .text(let text): return text
        case .list: throw Self.error(key, "must be one value, not a list")
        }
    }

    /// A list that may be absent. One text is a list of one.
    mutating func list(_ key: String) throws(ConfigurationError) -> [String]? {
        if let variable = try variables.value(of: key) { return variable.commaSeparated }
        switch document.values[key] {
        case nil: return nil
        case .text(let text): return [text]
        case .list(let texts): return texts
        }
    }

    /// An address that may be absent. Where money is real it must be `https`.
    mutating func url(_ key: String, environment: PaymentEnvironment) throws(ConfigurationError) -> WebURL? {
        guard let text = try text(key) else { return nil }
        guard let url = WebURL(text) else { throw Self.error(key, "is not an http or https URL") }
        guard url.isAllowed(in: environment) else { throw Self.error(key, "must be https in the live environment") }
        return url
    }

    /// A list of account names that may be absent.
    mutating func accountNames(_ key: String) throws(ConfigurationError) -> [AccountName]? {
        guard let texts = try list(key) else { return nil }
        var names: [AccountName] = []
        for (index, text) in texts.enumerated() {
            guard let name = AccountName(text), name.rawValue != ConfigurationDocument.enabledKey else {
                throw Self.error(key, "has an entry (number \(index + 1)) that is no account's name: [a-z0-9-]{1,32}")
            }
            guard !names.contains(name) else { throw Self.error(key, "names \(name) twice") }
            names.append(name)
        }
        return names
    }
}
