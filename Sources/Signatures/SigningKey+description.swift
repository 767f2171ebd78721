// What would print the fields instead must find nothing to print.

extension SigningKey: CustomStringConvertible {
    /// The same words for every key.
    public var description: String { "SigningKey(redacted)" }
}

extension SigningKey: CustomDebugStringConvertible {
    /// The same words for every key.
    public var debugDescription: String { description }
}

extension SigningKey: CustomReflectable {
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
