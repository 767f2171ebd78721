/// What became of a callback, as it is counted.
enum CallbackResult: String, CaseIterable {
    /// A new fact about a payment.
    case news
    /// What was known already.
    case repetition
    /// Authentic, and of no payment that we know yet.
    case unmatched
    /// Authentic, and not understood.
    case notUnderstood
    /// Authentic, and of the other environment.
    case otherEnvironment
    /// Authentic, and kept because it could not be folded in.
    case parked
    /// The provider checks that the endpoint is ours.
    case challenge
    /// Nobody signed it, and it is about nothing that we know.
    case ignored
    /// Not authentic.
    case refused
    /// Could not be committed.
    case notStored

    init(_ outcome: AbsorbOutcome) {
        self =
            switch outcome {
            case .absorbed(_, _, isNews: true): .news
            case .absorbed(_, _, isNews: false), .kept(.absorbed): .repetition
            case .kept(.unmatched): .unmatched
            case .kept(.notUnderstood): .notUnderstood
            case .kept(.otherEnvironment): .otherEnvironment
            case .kept(.parked): .parked
            case .kept(.challenge): .challenge
            case .ignored: .ignored
            }
    }
}
