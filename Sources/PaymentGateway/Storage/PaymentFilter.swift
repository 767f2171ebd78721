public import PaymentIntents

/// Which payments a list shows. Newest come first.
public struct PaymentFilter: Sendable, Hashable {
    /// Only those of this status.
    public var status: PaymentStatus?

    /// Only those of this account.
    public var account: AccountName?

    /// Only those of this merchant reference.
    public var reference: String?

    /// At most this many, from 1.
    public var limit: Int

    /// Only those older than this one: the last payment of the page before.
    public var after: PaymentID?

    /// Collects a filter.
    ///
    /// - Parameters:
    ///   - status: Only those of this status.
    ///   - account: Only those of this account.
    ///   - reference: Only those of this merchant reference.
    ///   - limit: At most this many, from 1.
    ///   - after: Only those older than this one.
    public init(
        status: PaymentStatus? = nil,
        account: AccountName? = nil,
        reference: String? = nil,
        limit: Int = 50,
        after: PaymentID? = nil
    ) {
        self.status = status
        self.account = account
        self.reference = reference
        self.limit = limit
        self.after = after
    }
}
