/// The version of the adapters that come with the project, which is the project's.
public enum BuiltInVersion {
    /// As it is tagged.
    public static let current = "0.1.0"
}
