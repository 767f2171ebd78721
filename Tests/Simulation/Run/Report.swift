/// How one run went.
public struct Report: Sendable {
    /// The seed that makes the very same run again.
    public let seed: UInt64
    /// What happened, counted.
    public let counts: Counts
    /// What went wrong, if anything.
    public let violation: Violation?
    /// What happened, line by line.
    public let journal: [String]
}
