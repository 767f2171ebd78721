public import PaymentIntents

/// The adapters that a program knows, by the name that a configuration gives under `adapter:`.
///
/// The engine imports no adapter; whoever puts the program together registers them, those of other packages as well.
public struct AdapterRegistry: Sendable {
    private var types: [String: any ProviderAdapter.Type] = [:]

    /// A registry of nothing.
    public init() {}

    /// Makes an adapter known under its own name. One that was registered under that name before is replaced.
    ///
    /// - Parameter type: The adapter.
    public mutating func register<Adapter: ProviderAdapter>(_ type: Adapter.Type) {
        types[Adapter.name] = type
    }

    /// The adapter of a name.
    ///
    /// - Parameter name: The name that a configuration gives under `adapter:`.
    /// - Returns: `nil` when nobody registered it.
    public func adapter(named name: String) -> (any ProviderAdapter.Type)? { types[name] }

    /// The names, in order.
    public var names: [String] { types.keys.sorted() }
}
