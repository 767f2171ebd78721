import CSimdJSON

/// A document's text and nodes in one array: the document, in which strings are unescaped where they stand, and behind
/// it the nodes in document order. They begin at a multiple of their size, for which the array is aligned.
///
/// Positions are byte offsets into the array. Each access from here is checked against the array's bounds; a search for
/// a name walks over an object as the reader wrote it.
@usableFromInline
struct JSONTape: Sendable {
    @usableFromInline
    let storage: [UInt8]

    /// Copies what was read out of the reader's buffers.
    @unsafe init(_ tape: strict_json_tape) {
        unsafe storage = [UInt8](UnsafeRawBufferPointer(start: tape.bytes, count: tape.count))
    }

    /// The node at a position.
    func node(at position: Int) -> strict_json_node {
        unsafe storage.span.bytes.unsafeLoad(fromByteOffset: position, as: strict_json_node.self)
    }

    /// The position of the node that follows this one and all that it contains.
    func position(after position: Int) -> Int {
        position + Int(node(at: position).extent) * MemoryLayout<strict_json_node>.stride
    }

    /// The position of the first node inside the object or array at a position.
    func position(inside position: Int) -> Int {
        position + MemoryLayout<strict_json_node>.stride
    }

    /// Where the bytes of the string or number at a position are, or `nil` when it is neither.
    @usableFromInline
    func text(at position: Int) -> Range<Int>? {
        let node = node(at: position)
        guard node.kind == STRICT_JSON_STRING.rawValue || node.kind == STRICT_JSON_NUMBER.rawValue else { return nil }
        return range(of: node)
    }

    /// The bytes of the string or number `node`, as text.
    func string(of node: strict_json_node) -> String {
        // The reader has checked that it is UTF-8, so nothing is repaired.
        String(decoding: storage[range(of: node)], as: UTF8.self)
    }

    /// Whether the string or number `node` has exactly the bytes of `text`.
    func text(of node: strict_json_node, equals text: String) -> Bool {
        let text = text.utf8.span
        guard Int(node.count) == text.count else { return false }
        return unsafe storage.span.extracting(range(of: node))
            .withUnsafeBufferPointer { bytes in
                unsafe text.withUnsafeBufferPointer { text in
                    unsafe strict_json_same_bytes(bytes.baseAddress, text.baseAddress, text.count)
                }
            }
    }

    /// The position of the value of the member `name` of the object at `position`; `nil` without one.
    @usableFromInline
    func position(ofMember name: String, at position: Int) -> Int? {
        guard node(at: position).kind == STRICT_JSON_OBJECT.rawValue else { return nil }
        let value = unsafe storage.span.withUnsafeBufferPointer { tape in
            unsafe name.utf8.withContiguousStorageIfAvailable { name in
                unsafe strict_json_member(tape.baseAddress, position, name.baseAddress, name.count)
            }
        }
        guard let value else {
            // A string of Objective-C. All others lie in one piece, and for them this is inlined, which `utf8.span` is
            // not.
            return self.position(ofMember: String(decoding: Array(name.utf8), as: UTF8.self), at: position)
        }
        return value == 0 ? nil : value
    }

    /// Where the bytes of the string or number `node` are.
    private func range(of node: strict_json_node) -> Range<Int> {
        Int(node.offset)..<Int(node.offset) + Int(node.count)
    }
}
