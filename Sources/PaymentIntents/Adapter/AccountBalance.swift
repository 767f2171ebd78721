/// The money that a provider holds for a merchant.
public struct AccountBalance: Sendable, Hashable {
    /// The money there is; `nil` when the provider shows a debt.
    public var available: Money?

    /// Withdrawals that have not been settled yet.
    public var unsettled: Money?

    /// Collects a balance.
    ///
    /// - Parameters:
    ///   - available: The money there is.
    ///   - unsettled: Withdrawals that have not been settled yet.
    public init(available: Money?, unsettled: Money? = nil) {
        self.available = available
        self.unsettled = unsettled
    }
}
