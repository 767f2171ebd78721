import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments providers`
struct Providers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the configured accounts, their adapters and what they can do."
    )

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let configuration = try Program(options).configuration
        let documents =
            configuration.accounts.map { AccountDocument($0, isEnabled: true) }
            + configuration.retiredAccounts.map { AccountDocument($0, isEnabled: false) }
        Output(options.output).print(documents, table: AccountDocument.header, rows: documents.map(\.row))
    }
}

/// An account and its capabilities, for people and for programs.
private struct AccountDocument: Encodable {
    let provider: String
    let adapter: String
    let isEnabled: Bool
    let kinds: [String]
    let methods: [String]?
    let currencies: [String]
    let operations: [String]
    let takesFractions: Bool
    let isCreationIdempotent: Bool
    let callbackTrust: String

    init(_ account: ProviderAccount, isEnabled: Bool) {
        self.isEnabled = isEnabled
        let capabilities = account.adapter.capabilities
        provider = account.name.rawValue
        adapter = account.adapterName
        kinds = capabilities.kinds.map(\.rawValue).sorted()
        methods = capabilities.methods?.map(\.rawValue).sorted()
        currencies = capabilities.currencies.map(\.code).sorted()
        operations = capabilities.operations.map(\.rawValue).sorted()
        takesFractions = capabilities.takesFractions
        isCreationIdempotent = capabilities.isCreationIdempotent
        callbackTrust = account.adapter.callbackTrust.rawValue
    }

    private enum CodingKeys: CodingKey {
        case provider, adapter, isEnabled, kinds, methods, currencies, operations, takesFractions, isCreationIdempotent
        case callbackTrust
    }

    /// Every key is there; where any method is taken, `methods` is null.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(provider, forKey: .provider)
        try container.encode(adapter, forKey: .adapter)
        try container.encode(isEnabled, forKey: .isEnabled)
        try container.encode(kinds, forKey: .kinds)
        try container.encode(methods, forKey: .methods)
        try container.encode(currencies, forKey: .currencies)
        try container.encode(operations, forKey: .operations)
        try container.encode(takesFractions, forKey: .takesFractions)
        try container.encode(isCreationIdempotent, forKey: .isCreationIdempotent)
        try container.encode(callbackTrust, forKey: .callbackTrust)
    }

    static let header = [
        "provider", "adapter", "enabled", "kinds", "methods", "calls", "fractions", "idempotent", "trust",
    ]

    var row: [String] {
        [
            provider, adapter, isEnabled ? "yes" : "no", kinds.joined(separator: " "),
            methods?.joined(separator: " ") ?? "any", operations.joined(separator: " "), takesFractions ? "yes" : "no",
            isCreationIdempotent ? "yes" : "no", callbackTrust,
        ]
    }
}
