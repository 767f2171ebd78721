public import PaymentGateway
public import PaymentIntents

/// What a store keeps, whether it is open or not: a file, a database.
public protocol StoreData: Sendable {
    /// Opens the data: for the first time, again after they were closed, or beside another opening.
    ///
    /// - Parameter environment: The environment whose payments are seen.
    /// - Returns: The store.
    /// - Throws: `StoreError`.
    func open(_ environment: PaymentEnvironment) async throws(StoreError) -> any PaymentStore

    /// Runs a piece of work while nothing can be written to the data, because somebody else holds them.
    ///
    /// Reading may be blocked as well. The stores that are open stay so, and need not be opened again afterwards.
    ///
    /// - Parameter work: What to do meanwhile.
    /// - Throws: What the work throws, or that the data cannot be blocked.
    func whileBlocked(_ work: @Sendable () async throws -> Void) async throws
}
