/// Why a payment need not be here what it is at its provider.
public enum Excuse: String, Sendable, Hashable, CaseIterable {
    /// A person has decided it.
    case decided
    /// Pay2Local's name for it got lost, so that nobody can ask about it, and no callback can be believed or arrived.
    case nameless
    /// The provider has contradicted what was final, and the callback got lost.
    case contradicted
    /// It changed when the engine had asked for the last time or was about to, and the callback got lost.
    case late
}
