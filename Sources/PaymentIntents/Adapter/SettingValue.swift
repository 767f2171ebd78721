/// A value as a configuration file or an environment variable gives it. It prints as dots, since it may be a secret.
public enum SettingValue: Sendable, Hashable {
    /// One text; numbers and booleans too, as they were written.
    case text(String)

    /// Several texts.
    case list([String])
}

extension SettingValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Dots.
    public var description: String { "•••" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
