/// Which callbacks of the inbox are read, newest first.
public struct InboxFilter: Sendable, Hashable {
    /// Only those in this state; `nil` for all that a person may have to look at, see ``InboxState/isSettled``.
    public var state: InboxState?

    /// Only those with a lower number.
    public var before: Int64?

    /// At most this many.
    public var limit: Int

    /// Chooses callbacks.
    ///
    /// - Parameters:
    ///   - state: Only those in this state; `nil` for all that a person may have to look at.
    ///   - before: Only those with a lower number.
    ///   - limit: At most this many.
    public init(state: InboxState? = nil, before: Int64? = nil, limit: Int = 50) {
        self.state = state
        self.before = before
        self.limit = limit
    }
}
