/// Which notifications are read, in the order in which their changes were committed.
public struct OutboxFilter: Sendable, Hashable {
    /// Only those in this state.
    public var state: OutboxState?

    /// Only those that have a time at which they are due: of a payment's notifications that wait, the first.
    public var isScheduled: Bool

    /// Only those behind this position.
    public var after: Int64

    /// At most this many.
    public var limit: Int

    /// Chooses notifications.
    ///
    /// - Parameters:
    ///   - state: Only those in this state.
    ///   - isScheduled: Only those that have a time at which they are due.
    ///   - after: Only those behind this position.
    ///   - limit: At most this many.
    public init(state: OutboxState? = nil, isScheduled: Bool = false, after: Int64 = 0, limit: Int = 100) {
        self.state = state
        self.isScheduled = isScheduled
        self.after = after
        self.limit = limit
    }
}
