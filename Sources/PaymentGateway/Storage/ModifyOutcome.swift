/// A payment after a change was tried on it.
public struct ModifyOutcome: Sendable, Hashable {
    /// The payment as it is now.
    public var payment: Payment

    /// Whether the change was written; false when it had nothing to write.
    public var isChanged: Bool

    /// Collects an outcome.
    ///
    /// - Parameters:
    ///   - payment: The payment as it is now.
    ///   - isChanged: Whether the change was written.
    public init(_ payment: Payment, isChanged: Bool) {
        self.payment = payment
        self.isChanged = isChanged
    }
}
