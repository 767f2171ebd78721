/// A key or a password that cannot print itself.
///
/// Descriptions, debug descriptions, mirrors and dumps of a secret show dots.
public struct Secret: Sendable, Hashable {
    /// The secret's bytes. Whoever reads them answers for where they go.
    public let bytes: [UInt8]

    /// Takes the UTF-8 bytes of a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Takes bytes that are no text, such as a decoded key.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The secret as text, for a request header.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Dots, however long the secret is.
    public var description: String { "•••" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// No children, so a dump shows no more than ``description``.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
