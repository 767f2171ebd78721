/// The version of the rules: a report says which ones a subject was held to.
public enum ContractVersion {
    /// Major for a rule that an adapter may newly break, minor for anything else.
    public static let current = "1.0"
}
