import CSimdJSON

/// One JSON text, read whole and strictly.
///
/// Accepted is what RFC 8259 describes, with what it leaves open decided: UTF-8 without a byte order mark, no two
/// members of one name in any object (names are compared after unescaping, byte for byte), no halves of surrogate
/// pairs, and no more bytes or levels than the limits say. Numbers keep their exact text and are never made a
/// `Double`.
///
/// A document is an immutable value in one allocation, independent of the bytes it was read from.
public struct JSONDocument: Sendable {
    /// The value that the document is.
    public let root: JSONValue

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the whole document.
    ///   - limits: what is refused for its size or depth.
    /// - Throws: ``JSONError``; the whole document is read before anything is believed.
    public init(_ bytes: borrowing Span<UInt8>, limits: JSONLimits = .default) throws(JSONError) {
        guard bytes.count <= limits.maximumByteCount else { throw JSONError(.tooLarge) }
        defer { strict_json_done() }

        var tape = unsafe strict_json_tape()
        let depth = UInt32(clamping: limits.maximumDepth)
        let status = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe strict_json_read(bytes.baseAddress, bytes.count, depth, &tape)
        }
        switch status {
        case STRICT_JSON_ACCEPTED: root = unsafe JSONValue(tape: JSONTape(tape), position: tape.root)
        case STRICT_JSON_NOT_UTF8: throw JSONError(.notUTF8)
        case STRICT_JSON_BYTE_ORDER_MARK: throw JSONError(.byteOrderMark)
        case STRICT_JSON_TOO_DEEP: throw JSONError(.tooDeep)
        case STRICT_JSON_TOO_LARGE: throw JSONError(.tooLarge)
        case STRICT_JSON_DUPLICATE_KEY: throw JSONError(.duplicateKey)
        case STRICT_JSON_OUT_OF_MEMORY: throw JSONError(.outOfMemory)
        default: throw JSONError(.malformed)
        }
    }

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: the whole document.
    ///   - limits: what is refused for its size or depth.
    /// - Throws: ``JSONError``; the whole document is read before anything is believed.
    public init(_ bytes: [UInt8], limits: JSONLimits = .default) throws(JSONError) {
        try self.init(bytes.span, limits: limits)
    }
}
