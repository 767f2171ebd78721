/// An API key or webhook secret that no log, description or dump shows.
public struct SimulatorSecret: Sendable, Hashable {
    /// The secret itself.
    public let value: String

    /// Wraps a secret.
    ///
    /// - Parameter value: the secret, as it travels in headers.
    public init(_ value: String) {
        self.value = value
    }
}

extension SimulatorSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the secret.
    public var description: String { "•••" }

    /// Never the secret.
    public var debugDescription: String { description }

    /// Never the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SimulatorSecret: ExpressibleByStringLiteral {
    /// Wraps a secret that stands in the source, as tests do.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
