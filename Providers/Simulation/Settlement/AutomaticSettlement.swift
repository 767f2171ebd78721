/// What happens to every new payment without anybody's doing.
public struct AutomaticSettlement: Sendable, Hashable {
    /// How it ends.
    public let outcome: SimulatedOutcome
    /// How long after its creation, on the simulator's clock.
    public let delay: Duration

    /// Describes a settlement.
    ///
    /// - Parameters:
    ///   - outcome: how it ends.
    ///   - delay: how long after its creation.
    public init(_ outcome: SimulatedOutcome, after delay: Duration = .zero) {
        self.outcome = outcome
        self.delay = delay
    }

    /// Nothing happens by itself.
    public static let none = AutomaticSettlement(.none)
}
