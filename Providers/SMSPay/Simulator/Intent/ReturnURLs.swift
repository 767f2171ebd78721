public import ProviderSimulation

/// Where the customer is sent when the hosted page is done.
public struct ReturnURLs: Sendable, Hashable {
    /// Once paid.
    public var success: MerchantURL?
    /// On failure or rejection.
    public var failed: MerchantURL?
    /// On the customer's cancelling.
    public var cancel: MerchantURL?
    /// After the time has passed.
    public var expired: MerchantURL?

    /// The URL for a payment of that status; none while nothing is decided.
    ///
    /// - Parameter status: where the payment stands.
    /// - Returns: the URL, if the merchant gave one.
    func url(for status: SimulatedIntentStatus) -> MerchantURL? {
        switch status {
        case .pending, .reviewRequired: nil
        case .paid: success
        case .expired: expired
        case .rejected, .failed: failed
        }
    }
}
