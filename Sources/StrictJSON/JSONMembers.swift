import CSimdJSON

/// The members of an object, in the order received. No two have the same name.
public struct JSONMembers: Sequence, Sendable {
    private let tape: JSONTape
    private let first: Int

    /// How many members there are.
    public let count: Int

    init?(_ object: JSONValue) {
        let node = object.node
        guard node.kind == STRICT_JSON_OBJECT.rawValue else { return nil }
        tape = object.tape
        first = tape.position(inside: object.position)
        count = Int(node.count)
    }

    /// The count, exactly.
    public var underestimatedCount: Int { count }

    /// Begins at the first member.
    public func makeIterator() -> Iterator {
        Iterator(tape: tape, position: first, left: count)
    }

    /// Walks over the members once.
    public struct Iterator: IteratorProtocol, Sendable {
        let tape: JSONTape
        var position: Int
        var left: Int

        /// The next member, or `nil` after the last.
        public mutating func next() -> (name: String, value: JSONValue)? {
            guard left > 0 else { return nil }
            left -= 1
            let name = tape.string(of: tape.node(at: position))
            let value = tape.position(after: position)
            position = tape.position(after: value)
            return (name, JSONValue(tape: tape, position: value))
        }
    }
}
