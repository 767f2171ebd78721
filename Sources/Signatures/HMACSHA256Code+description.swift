// The code that was expected, found in a log, would make the message that was forged pass.

extension HMACSHA256Code: CustomStringConvertible {
    /// The same words for every code. What is to be sent is ``hexadecimal``.
    public var description: String { "HMACSHA256Code(redacted)" }
}

extension HMACSHA256Code: CustomDebugStringConvertible {
    /// The same words for every code.
    public var debugDescription: String { description }
}

extension HMACSHA256Code: CustomReflectable {
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
