public import PaymentIntents

/// An account that is ready to be used: its name, and an adapter that holds its credentials.
///
/// Its description and its dump show two names and nothing of the adapter, since that may be somebody else's code.
public struct ProviderAccount: Sendable {
    /// The name that the merchant chose.
    public let name: AccountName

    /// The adapter, made from the account's settings.
    public let adapter: any ProviderAdapter

    /// Puts the two together.
    ///
    /// - Parameters:
    ///   - name: The name that the merchant chose.
    ///   - adapter: The adapter, made from the account's settings.
    public init(name: AccountName, adapter: any ProviderAdapter) {
        self.name = name
        self.adapter = adapter
    }
}

extension ProviderAccount {
    /// The name that a configuration file gives under `adapter:`.
    public var adapterName: String { type(of: adapter).name }
}

extension ProviderAccount: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The account's name and the adapter's.
    public var description: String { "\(name) (\(type(of: adapter).name))" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
