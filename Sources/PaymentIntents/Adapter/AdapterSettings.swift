/// The configuration of one account, as its adapter reads it.
///
/// Reading a key marks it as known. Whatever has not been read in the end is a key that nobody knows, and the program
/// refuses to start: a misspelt key is never silently ignored.
///
/// An environment variable wins over the file. Nobody has to list the keys that an adapter knows: each is looked up when
/// the adapter asks for it.
public struct AdapterSettings: Sendable {
    /// The account that is configured.
    public let account: AccountName

    /// Whether its money is real.
    public let environment: PaymentEnvironment

    private let values: [String: SettingValue]
    private let writtenKeys: Set<String>
    private let variables: [String: String]
    private var known: Set<String> = []

    /// The key that each variable was read for, by the variable's name without the account's name in front.
    package private(set) var keysOfVariables: [String: String] = [:]

    /// Every secret that was read, and its key.
    package private(set) var secretsRead: [(key: String, secret: Secret)] = []

    /// What may be a mistake and stops nothing, in sentences that begin with the key in full.
    public private(set) var warnings: [String] = []

    /// Collects the keys of one account.
    ///
    /// - Parameters:
    ///   - account: The account that is configured.
    ///   - environment: Whether its money is real.
    ///   - values: The values by key, without the account's name in front.
    public init(account: AccountName, environment: PaymentEnvironment, values: [String: SettingValue]) {
        self.init(account: account, environment: environment, values: values, writtenKeys: [], variables: [:])
    }

    /// Collects the keys of one account, and the variables that speak for it.
    ///
    /// - Parameters:
    ///   - account: The account that is configured.
    ///   - environment: Whether its money is real.
    ///   - values: The values by key, without the account's name in front.
    ///   - writtenKeys: Keys that are written without a value: they must be known like all others.
    ///   - variables: The environment's values by key in upper snake case, without the account's name in front.
    package init(
        account: AccountName,
        environment: PaymentEnvironment,
        values: [String: SettingValue],
        writtenKeys: Set<String>,
        variables: [String: String]
    ) {
        self.account = account
        self.environment = environment
        self.values = values
        self.writtenKeys = writtenKeys.union(values.keys)
        self.variables = variables
    }

    /// The keys that nobody has read, in order.
    public var unknownKeys: [String] { writtenKeys.subtracting(known).sorted() }

    /// An error about a key of this account.
    ///
    /// - Parameters:
    ///   - key: The key, without the account's name in front.
    ///   - problem: What is wrong with it.
    /// - Returns: The error, naming the key in full.
    public func error(_ key: String, _ problem: String) -> ConfigurationError {
        ConfigurationError(key: "providers.\(account).\(key)", problem: problem)
    }

    /// Says of a key what may be a mistake. The program shows it and goes on.
    ///
    /// - Parameters:
    ///   - key: The key, without the account's name in front.
    ///   - doubt: The rest of the sentence, without any value.
    public mutating func warn(_ key: String, _ doubt: String) {
        warnings.append("providers.\(account).\(key) \(doubt)")
    }

    /// A text that may be absent.
    ///
    /// - Parameter key: The key.
    /// - Returns: The text, or `nil` when the key is absent.
    /// - Throws: ``ConfigurationError`` when it is a list.
    public mutating func text(_ key: String) throws(ConfigurationError) -> String? {
        known.insert(key)
        if let variable = variable(key) { return variable }
        switch values[key] {
        case nil: return nil
        case .text(let text): return text
        case .list: throw error(key, "must be one value, not a list")
        }
    }

    /// A list that may be absent. One text is a list of one.
    ///
    /// - Parameter key: The key.
    /// - Returns: The texts, or `nil` when the key is absent.
    public mutating func list(_ key: String) -> [String]? {
        known.insert(key)
        if let variable = variable(key) { return variable.commaSeparated }
        switch values[key] {
        case nil: return nil
        case .text(let text): return [text]
        case .list(let texts): return texts
        }
    }

    /// A text that must be there.
    ///
    /// - Parameter key: The key.
    /// - Returns: The text, never empty.
    /// - Throws: ``ConfigurationError`` when it is missing, empty or a list.
    public mutating func requiredText(_ key: String) throws(ConfigurationError) -> String {
        guard let text = try text(key) else { throw error(key, "is missing") }
        guard !text.isEmpty else { throw error(key, "is empty") }
        return text
    }

    /// One word out of a few.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - fallback: What holds when the key is absent; `nil` when it must be there.
    /// - Returns: The word.
    /// - Throws: ``ConfigurationError`` that lists the words.
    public mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        default fallback: Choice?
    ) throws(ConfigurationError) -> Choice {
        guard let text = try text(key) else {
            guard let fallback else { throw error(key, "is missing") }
            return fallback
        }
        guard let choice = Choice(rawValue: text) else {
            throw error(key, "must be one of: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// Yes or no.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - fallback: What holds when the key is absent.
    /// - Returns: What is configured.
    /// - Throws: ``ConfigurationError`` for anything but `true` and `false`.
    public mutating func flag(_ key: String, default fallback: Bool) throws(ConfigurationError) -> Bool {
        switch try text(key) {
        case nil: return fallback
        case "true": return true
        case "false": return false
        default: throw error(key, "must be true or false")
        }
    }

    /// An address that is called. In the live environment it must be `https`.
    ///
    /// - Parameter key: The key.
    /// - Returns: The address.
    /// - Throws: ``ConfigurationError``.
    public mutating func url(_ key: String) throws(ConfigurationError) -> WebURL {
        guard let url = WebURL(try requiredText(key)) else { throw error(key, "is not an http or https URL") }
        guard url.isAllowed(in: environment) else { throw error(key, "must be https in the live environment") }
        return url
    }

    /// A secret that must be there.
    ///
    /// - Parameter key: The key.
    /// - Returns: The secret.
    /// - Throws: ``ConfigurationError`` when it is missing, shorter than 16 characters, or cannot have been meant: with
    ///   a control character, or a blank at either end.
    public mutating func secret(_ key: String) throws(ConfigurationError) -> Secret {
        let secret = try checked(try requiredText(key), key)
        secretsRead.append((key, secret))
        return secret
    }

    /// One secret or several, while they are being rotated.
    ///
    /// - Parameter key: The key.
    /// - Returns: An empty list when the key is absent.
    /// - Throws: ``ConfigurationError`` when one is not what ``secret(_:)`` takes, or the list is there and empty.
    public mutating func secrets(_ key: String) throws(ConfigurationError) -> [Secret] {
        guard let texts = list(key) else { return [] }
        guard !texts.isEmpty else { throw error(key, "is empty") }
        var secrets: [Secret] = []
        for text in texts { secrets.append(try checked(text, key)) }
        secretsRead += secrets.map { (key, $0) }
        return secrets
    }

    /// What the environment says about a key. An empty variable says nothing.
    private mutating func variable(_ key: String) -> String? {
        let name = key.upperSnakeCase
        guard let value = variables[name] else { return nil }
        keysOfVariables[name] = key
        return value.isEmpty ? nil : value
    }

    private func checked(_ text: String, _ key: String) throws(ConfigurationError) -> Secret {
        let scalars = text.unicodeScalars
        guard scalars.count >= 16 else { throw error(key, "is shorter than 16 characters") }
        let hasBlankEnd = [scalars.first, scalars.last].contains { $0?.properties.isWhitespace == true }
        guard !hasBlankEnd, !scalars.contains(where: \.steersDisplay) else {
            throw error(key, "has a blank at an end, or a control character")
        }
        return Secret(text)
    }
}

extension AdapterSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The account, the environment and the names of the keys: values may be secrets.
    public var description: String { "\(account) (\(environment.rawValue)): \(values.keys.sorted())" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
