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
    /// It is authentic, and cannot be folded into its payment whatever is tried: for a person.
    case parked
}

extension InboxState {
    /// Whether nothing is left to do about such a callback.
    public var isSettled: Bool {
        switch self {
        case .absorbed, .challenge: true
        case .unmatched, .notUnderstood, .otherEnvironment, .parked: false
        }
    }
}
