/// How far a notification has come.
public enum OutboxState: String, Sendable, Hashable, CaseIterable {
    /// It is still to be delivered.
    case pending
    /// The merchant has taken it.
    case delivered
    /// It was given up: the merchant did not take it for 72 hours and eight times, or wants no more.
    case dead
}
