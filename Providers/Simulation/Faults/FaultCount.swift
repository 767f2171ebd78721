/// How often an armed fault strikes.
public enum FaultCount: Sendable, Hashable {
    /// The next time only.
    case once
    /// The next so many times; none when zero or negative.
    case times(Int)
    /// Until it is disarmed.
    case always
}
