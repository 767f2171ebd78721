/// Where a customer's browser goes after the provider's page. A redirect proves nothing about the money.
public struct ReturnURLs: Sendable, Hashable {
    /// After paying.
    public var success: WebURL?
    /// After a failure or a rejection.
    public var failure: WebURL?
    /// After turning back.
    public var cancel: WebURL?
    /// After the time to pay has passed.
    public var expired: WebURL?

    /// Collects the addresses.
    ///
    /// - Parameters:
    ///   - success: After paying.
    ///   - failure: After a failure or a rejection.
    ///   - cancel: After turning back.
    ///   - expired: After the time to pay has passed.
    public init(success: WebURL? = nil, failure: WebURL? = nil, cancel: WebURL? = nil, expired: WebURL? = nil) {
        self.success = success
        self.failure = failure
        self.cancel = cancel
        self.expired = expired
    }
}
