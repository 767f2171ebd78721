/// Which notifications are read, in the order in which their changes were committed.
public struct OutboxFilter: Sendable, Hashable {
    /// Only those in this state.
    public var state: OutboxState?

    /// Only those behind this position.
    public var after: Int64

    /// At most this many.
    public var limit: Int

    /// Chooses notifications.
    ///
    /// - Parameters:
    ///   - state: Only those in this state.
    ///   - after: Only those behind this position.
    ///   - limit: At most this many.
    public init(state: OutboxState? = nil, after: Int64 = 0, limit: Int = 100) {
        self.state = state
        self.after = after
        self.limit = limit
    }
}
