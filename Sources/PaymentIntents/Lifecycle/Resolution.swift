/// How a person decided a payment that was in review or in conflict.
public enum Resolution: String, Sendable, Hashable, CaseIterable {
    /// The money did arrive.
    case succeeded
    /// It did not, or it was given back.
    case rejected
}
