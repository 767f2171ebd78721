/// Where evidence came from.
public enum EvidenceSource: String, Sendable, Hashable, CaseIterable {
    /// The provider's answer to the creation.
    case creation
    /// A callback.
    case callback
    /// The provider's answer to a question of ours.
    case query
    /// Our own clock.
    case clock
    /// A person at the merchant.
    case `operator`
}
