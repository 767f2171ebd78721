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
    public var description: String { "•••" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
