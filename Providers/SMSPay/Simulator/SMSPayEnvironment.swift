/// Sandbox or live, as SMS Pay writes it.
public enum SMSPayEnvironment: String, Sendable, Hashable {
    /// Test money.
    case sandbox = "SANDBOX"
    /// Real money.
    case live = "LIVE"
}
