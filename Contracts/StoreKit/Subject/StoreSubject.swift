public import PaymentContracts

/// A store under test.
///
/// Every time in `PaymentStore` is an argument, so a store has no clock that a rule would have to set.
public protocol StoreSubject: Sendable {
    /// The store's name.
    var name: String { get }

    /// Whether the same data can be open several times at once, as by several processes or instances.
    var isShared: Bool { get }

    /// Whether one opening alone may do the background work; if not, `beginServing` does nothing.
    var servesAlone: Bool { get }

    /// Runs a piece of work on data of its own, which are empty, and are taken away after it.
    ///
    /// - Parameter work: What to do with them.
    /// - Throws: What the work throws, or that there is no place for the data.
    func withEmptyData(_ work: @Sendable (any StoreData) async throws -> Void) async throws
}

/// A rule for stores.
public typealias StoreRule = ContractRule<any StoreSubject>
