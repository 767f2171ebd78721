import CSimdJSON

/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    private let tape: JSONTape
    private let first: Int

    /// How many elements there are.
    public let count: Int

    init?(_ array: JSONValue) {
        let node = array.node
        guard node.kind == STRICT_JSON_ARRAY.rawValue else { return nil }
        tape = array.tape
        first = tape.position(inside: array.position)
        count = Int(node.count)
    }

    /// The count, exactly.
    public var underestimatedCount: Int { count }

    /// Begins at the first element.
    public func makeIterator() -> Iterator {
        Iterator(tape: tape, position: first, left: count)
    }

    /// Walks over the elements once.
    public struct Iterator: IteratorProtocol, Sendable {
        let tape: JSONTape
        var position: Int
        var left: Int

        /// The next element, or `nil` after the last.
        public mutating func next() -> JSONValue? {
            guard left > 0 else { return nil }
            left -= 1
            defer { position = tape.position(after: position) }
            return JSONValue(tape: tape, position: position)
        }
    }
}
