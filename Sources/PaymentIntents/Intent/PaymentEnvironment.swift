/// Whether money is real.
///
/// A process serves one environment; what belongs to the other one is kept apart and never mixed in.
public enum PaymentEnvironment: String, Sendable, Hashable, CaseIterable {
    /// Play money at the provider's test system.
    case sandbox

    /// Real money.
    case live
}
