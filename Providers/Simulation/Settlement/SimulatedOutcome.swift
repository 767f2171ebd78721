/// How a simulated payment ends by itself, under the name that the command line uses.
public enum SimulatedOutcome: String, Sendable, Hashable, CaseIterable {
    /// The provider says yes: Pay2Local `Approved`, SMS Pay `PAID`.
    case approved
    /// The provider says no.
    case rejected
    /// Nothing happens until somebody settles it.
    case none
}
