import PaymentIntents

/// The variables `PAYMENTS_…`, and which key each was read for.
struct EnvironmentVariables: Sendable {
    private static let prefix = "PAYMENTS_"

    private let values: [String: String]
    private var keys: [String: String] = [Self.configName: "config"]

    /// The variable that names the configuration file.
    static let configName = "PAYMENTS_CONFIG"

    /// Keeps the variables that are ours.
    ///
    /// - Parameter variables: The whole environment.
    init(_ variables: [String: String]) {
        values = variables.filter { $0.key.utf8.starts(with: Self.prefix.utf8) }
    }

    /// The name of a key's variable: `server.publicURL` is `PAYMENTS_SERVER_PUBLIC_URL`.
    static func name(of key: String) -> String {
        prefix + key.split(separator: ".").map { String($0).upperSnakeCase }.joined(separator: "_")
    }

    /// What the environment says about a key. An empty variable says nothing.
    mutating func value(of key: String) throws(ConfigurationError) -> String? {
        let name = Self.name(of: key)
        guard let value = values[name] else { return nil }
        try record(name, key: key)
        return value.isEmpty ? nil : value
    }

    /// Whether the environment says something about a key, without reading it.
    func has(_ key: String) -> Bool { values[Self.name(of: key)]?.isEmpty == false }

    /// The variables that may speak for an account, by name without the account's in front.
    func variables(of account: AccountName) -> [String: String] {
        let prefix = Self.name(of: "providers.\(account)") + "_"
        var variables: [String: String] = [:]
        for (name, value) in values where name.utf8.starts(with: prefix.utf8) {
            variables[String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)] = value
        }
        return variables
    }

    /// Remembers what the adapter of an account has read.
    ///
    /// - Parameters:
    ///   - keys: The account's key by the variable's name, both without the account's name in front.
    ///   - account: The account.
    /// - Throws: `ConfigurationError` when a variable speaks for two keys.
    mutating func record(_ keys: [String: String], of account: AccountName) throws(ConfigurationError) {
        for (suffix, key) in keys.sorted(by: { $0.key < $1.key }) {
            try record(Self.name(of: "providers.\(account)") + "_" + suffix, key: "providers.\(account).\(key)")
        }
    }

    /// The variables that nobody has read, in order.
    var unread: [String] { values.keys.filter { keys[$0] == nil }.sorted() }

    /// With accounts `a` and `a-b`, `PAYMENTS_PROVIDERS_A_B_KEY` is both `a`'s `bKey` and `a-b`'s `key`. When both are
    /// read, nobody can tell which one was meant.
    private mutating func record(_ name: String, key: String) throws(ConfigurationError) {
        if let other = keys[name], other != key {
            throw ConfigurationError(key: key, problem: "is read from \(name), and so is \(other): rename an account")
        }
        keys[name] = key
    }
}
