/// A value as a configuration file or an environment variable gives it.
public enum SettingValue: Sendable, Hashable {
    /// One text; numbers and booleans too, as they were written.
    case text(String)

    /// Several texts.
    case list([String])
}
