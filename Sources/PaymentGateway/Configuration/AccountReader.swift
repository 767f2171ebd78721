import PaymentIntents

/// Makes the adapter of every account that is configured, enabled or not: so enabling one later is an edit of
/// `providers.enabled` and brings no surprise.
struct AccountReader {
    let environment: PaymentEnvironment
    let adapters: AdapterRegistry

    /// What the adapters take for a possible mistake, in the order in which the accounts were read.
    private(set) var warnings: [String] = []

    private var owners: [Secret: (account: AccountName, key: String)] = [:]

    init(environment: PaymentEnvironment, adapters: AdapterRegistry) {
        self.environment = environment
        self.adapters = adapters
    }

    /// Makes the adapter of one account.
    ///
    /// - Parameters:
    ///   - account: The account.
    ///   - source: The file and the environment; it learns which variables the adapter has read.
    /// - Returns: The adapter.
    /// - Throws: `ConfigurationError`; the adapter's own, or about an unknown adapter or key, or about a secret that an
    ///   account read before holds as well.
    mutating func adapter(
        of account: AccountName,
        from source: inout SettingsSource
    ) throws(ConfigurationError) -> any ProviderAdapter {
        let block = source.document.accounts[account] ?? AccountBlock()
        var settings = AdapterSettings(
            account: account,
            environment: environment,
            values: block.values,
            writtenKeys: Set(block.lines.keys),
            variables: source.variables.variables(of: account)
        )
        let name = try settings.requiredText("adapter")
        guard let type = adapters.adapter(named: name) else {
            let known = adapters.names.joined(separator: ", ")
            throw settings.error("adapter", "is not an adapter of this program; known are: \(known)")
        }
        let adapter = try type.init(settings: &settings)
        guard adapter.account == account else { throw settings.error("adapter", "works for another account") }
        try source.variables.record(settings.keysOfVariables, of: account)
        if let key = settings.unknownKeys.first {
            throw UnknownKey.error(
                key,
                line: block.lines[key] ?? 0,
                hasValue: block.values[key] != nil,
                in: "providers.\(account)",
                hint: "the adapter \(type.name) does not read it"
            )
        }
        try own(settings.secretsRead, account: account)
        warnings += settings.warnings
        return adapter
    }

    /// A secret that two accounts share would let what is signed for the one be taken for the other's.
    private mutating func own(
        _ secrets: [(key: String, secret: Secret)],
        account: AccountName
    ) throws(ConfigurationError) {
        for (key, secret) in secrets {
            if let owner = owners[secret], owner.account != account {
                throw ConfigurationError(
                    key: "providers.\(account).\(key)",
                    problem: "holds the same secret as providers.\(owner.account).\(owner.key)"
                )
            }
            owners[secret] = (account, key)
        }
    }
}
