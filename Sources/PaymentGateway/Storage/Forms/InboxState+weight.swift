extension InboxState {
    /// How much a state of the inbox says. Of the same bytes what says more stays: a callback that was understood today
    /// replaces what was not understood last year, and what was folded once stays folded.
    package var weight: Int {
        switch self {
        case .absorbed: 2
        case .unmatched: 1
        case .challenge, .notUnderstood, .otherEnvironment, .parked: 0
        }
    }
}
