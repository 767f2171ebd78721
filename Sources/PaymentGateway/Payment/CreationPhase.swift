/// How far the creation of a payment at its provider has come.
public enum CreationPhase: String, Sendable, Hashable, CaseIterable {
    /// Recorded here; nothing has been sent.
    case recorded
    /// Being sent: somebody holds the lease, or has died holding it.
    case sending
    /// The provider has it.
    case created
    /// The provider said no to it.
    case refused
    /// It was sent, and nobody knows what became of it.
    case unknown
}
