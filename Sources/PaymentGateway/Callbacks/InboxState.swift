/// What became of a callback that is kept in the inbox.
public enum InboxState: String, Sendable, Hashable, CaseIterable {
    /// It was folded into its payment.
    case absorbed
    /// It names a payment that is not here; it is matched when that payment appears.
    case unmatched
    /// The endpoint was verified.
    case challenge
    /// It is authentic, and not understood: for a person.
    case notUnderstood
    /// It belongs to the other environment.
    case otherEnvironment
}
