/// What a provider is answered.
public enum CallbackAnswer: Sendable, Hashable {
    /// Authentic, and committed to disk. The body is what this provider wants to read.
    case accepted([UInt8])

    /// Not authentic. Nothing was stored, and the provider is not told why.
    case refused

    /// There is no such account.
    case unknownAccount

    /// Authentic, of the other environment, and kept apart.
    case otherEnvironment

    /// It could not be committed. Nothing is lost when the provider sends it again.
    case unavailable
}
