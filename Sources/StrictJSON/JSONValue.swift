import CSimdJSON

/// One value of a ``JSONDocument``: a small handle that keeps the document alive.
///
/// Every accessor answers `nil` when the value is of another kind; none converts.
public struct JSONValue: Sendable {
    @usableFromInline
    let tape: JSONTape

    @usableFromInline
    let position: Int

    @inlinable
    init(tape: JSONTape, position: Int) {
        self.tape = tape
        self.position = position
    }

    var node: strict_json_node { tape.node(at: position) }

    /// What the value is.
    public var kind: Kind { Kind(node) }

    /// The member of this name, or `nil` if there is none or the value is no object.
    ///
    /// Names are compared byte for byte, not by canonical equivalence as two `String`s are.
    ///
    /// Inlined, so that a member which is read and dropped costs no count of references.
    @inlinable
    public subscript(name: String) -> JSONValue? {
        guard let value = tape.position(ofMember: name, at: position) else { return nil }
        return JSONValue(tape: tape, position: value)
    }

    /// The unescaped text of a string.
    public var string: String? {
        let node = node
        return node.kind == STRICT_JSON_STRING.rawValue ? tape.string(of: node) : nil
    }

    /// The exact token of a number, such as `100.00` or `1e400`.
    public var number: String? {
        let node = node
        return node.kind == STRICT_JSON_NUMBER.rawValue ? tape.string(of: node) : nil
    }

    /// The value of a number that is written as plain digits, with or without a minus.
    ///
    /// `nil` for `1.0` and `1e2`, which are written otherwise, and for what no `Int64` holds.
    public var integer: Int64? {
        let node = node
        guard node.kind == STRICT_JSON_NUMBER.rawValue, let text = tape.text(at: position) else { return nil }
        return Int64(decimalDigits: tape.storage.span.extracting(text))
    }

    /// The value of `true` and `false`.
    public var bool: Bool? {
        switch node.kind {
        case STRICT_JSON_TRUE.rawValue: true
        case STRICT_JSON_FALSE.rawValue: false
        default: nil
        }
    }

    /// Whether the value is `null`. A missing member is not.
    public var isNull: Bool { node.kind == STRICT_JSON_NULL.rawValue }

    /// Whether the value is a string of exactly these bytes. Allocates nothing.
    ///
    /// - Parameter text: what to compare with, byte for byte.
    /// - Returns: `false` for other strings and for everything that is no string.
    public func equals(_ text: String) -> Bool {
        let node = node
        return node.kind == STRICT_JSON_STRING.rawValue && tape.text(of: node, equals: text)
    }

    /// Lends the UTF-8 bytes of a string, unescaped, or of a number's exact token.
    ///
    /// - Parameter body: what to do with the bytes. They must not outlive it.
    /// - Returns: what `body` returns, or `nil` if the value is neither a string nor a number.
    /// - Throws: what `body` throws.
    @inlinable
    public func withUTF8Bytes<Result, Failure>(
        _ body: (borrowing Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let text = tape.text(at: position) else { return nil }
        return try body(tape.storage.span.extracting(text))
    }

    /// The elements of an array, in order.
    public var elements: JSONElements? { JSONElements(self) }

    /// The members of an object, in the order received.
    public var members: JSONMembers? { JSONMembers(self) }
}
