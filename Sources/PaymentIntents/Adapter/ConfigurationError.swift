/// A configuration that must not be run with.
///
/// It names the key and says what is wrong. It never holds a value, since that may be a secret.
public struct ConfigurationError: Error, Sendable, Hashable {
    /// The key, with dots: `providers.wallets.apiKey`.
    public var key: String

    /// What is wrong with it: "is missing".
    public var problem: String

    /// Reports a wrong key.
    ///
    /// - Parameters:
    ///   - key: The key, with dots.
    ///   - problem: What is wrong with it.
    public init(key: String, problem: String) {
        self.key = key
        self.problem = problem
    }
}

extension ConfigurationError: CustomStringConvertible {
    /// The key and what is wrong with it.
    public var description: String { "\(key) \(problem)" }
}
