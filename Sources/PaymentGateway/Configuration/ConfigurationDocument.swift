import PaymentIntents

/// A configuration file, taken apart: values by their keys with dots, and a block for each account.
///
/// Every key outside the accounts is known by now; what an account may hold is for its adapter to say.
struct ConfigurationDocument: Sendable {
    /// The key under `providers` that is no account.
    static let enabledKey = "enabled"

    private static let sections: [String: Set<String>] = [
        "server": ["host", "port", "publicURL", "apiKeys"],
        "routes": Set(PaymentKind.allCases.map(\.rawValue)),
        "notifications": ["url", "secret"],
        "retention": ["callbackDays"],
    ]

    private static let topLevel = Set(["environment", "store", "providers"]).union(sections.keys)

    /// The values outside the accounts.
    private(set) var values: [String: SettingValue] = [:]

    /// What is written for each account.
    private(set) var accounts: [AccountName: AccountBlock] = [:]

    /// Takes a text apart.
    ///
    /// - Parameter text: YAML or JSON; nothing at all is a configuration without a key.
    /// - Throws: `ConfigurationError` with the key `config` for what is neither, or with the key that nobody knows or
    ///   that holds a section in place of a value, or the reverse.
    init(_ text: String) throws(ConfigurationError) {
        guard let root = try YAMLText.root(of: text) else { return }
        for entry in try YAMLText.entries(of: root, key: "config") {
            guard Self.topLevel.contains(entry.name) else {
                throw UnknownKey.error(entry, in: nil, known: Self.topLevel)
            }
            if let known = Self.sections[entry.name] {
                try read(entry, known: known)
            } else if entry.name == "providers" {
                try readProviders(entry)
            } else {
                values[entry.name] = try YAMLText.value(of: entry.node, key: entry.name)
            }
        }
    }

    private mutating func read(_ section: YAMLEntry, known: Set<String>) throws(ConfigurationError) {
        for entry in try YAMLText.entries(of: section.node, key: section.name) {
            guard known.contains(entry.name) else {
                throw UnknownKey.error(entry, in: section.name, known: known)
            }
            let key = "\(section.name).\(entry.name)"
            values[key] = try YAMLText.value(of: entry.node, key: key)
        }
    }

    private mutating func readProviders(_ section: YAMLEntry) throws(ConfigurationError) {
        for entry in try YAMLText.entries(of: section.node, key: section.name) {
            if entry.name == Self.enabledKey {
                let key = "\(section.name).\(entry.name)"
                values[key] = try YAMLText.value(of: entry.node, key: key)
                continue
            }
            guard let account = AccountName(entry.name) else {
                let problem = "has a key in line \(entry.line) that is no account's name: [a-z0-9-]{1,32}"
                throw ConfigurationError(key: section.name, problem: problem)
            }
            accounts[account] = try Self.block(entry, account: account)
        }
    }

    private static func block(_ section: YAMLEntry, account: AccountName) throws(ConfigurationError) -> AccountBlock {
        var block = AccountBlock()
        for entry in try YAMLText.entries(of: section.node, key: "providers.\(account)") {
            // A key of a strange shape is named by its line, also when its value is wrong.
            let key = "providers.\(account)" + (UnknownKey.isPresentable(entry.name) ? ".\(entry.name)" : "")
            block.lines[entry.name] = entry.line
            block.values[entry.name] = try YAMLText.value(of: entry.node, key: key)
        }
        return block
    }
}
