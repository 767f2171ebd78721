/// Why an authentic callback has no effect on a payment. It is kept all the same.
public enum CallbackProblem: Error, Sendable, Hashable {
    /// It belongs to the other environment.
    case otherEnvironment

    /// The body is not what the provider documents; what is wrong with it, without quoting it.
    case notUnderstood(String)
}
