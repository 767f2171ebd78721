import StrictJSON

/// Writes the text that a signature covers into one buffer.
struct SignedText {
    private(set) var bytes: [UInt8] = []
    private let separator: String
    private var hasParts = false
    private var hasMembers = false

    init(separator: String) {
        self.separator = separator
        bytes.reserveCapacity(384)
    }

    /// Begins a part: what the separator keeps apart.
    ///
    /// - Parameter name: What stands in front of it, with an equals sign.
    mutating func beginPart(named name: String? = nil) {
        if hasParts { bytes += separator.utf8 }
        hasParts = true
        guard let name else { return }
        bytes += name.utf8
        bytes.append(UInt8(ascii: "="))
    }

    mutating func append(_ text: String) {
        bytes += text.utf8
    }

    /// Appends the bytes of a string or the token of a number, without a copy in between.
    ///
    /// - Parameter value: The value as it was received.
    /// - Returns: `false` for every other value.
    mutating func append(_ value: JSONValue) -> Bool {
        value.withUTF8Bytes { text in text.withUnsafeBufferPointer { bytes += $0 } } != nil
    }

    mutating func beginObject() {
        beginPart()
        bytes.append(UInt8(ascii: "{"))
    }

    mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends one member of a compact JSON object.
    ///
    /// - Parameters:
    ///   - name: The name, which needs no escaping.
    ///   - value: The value as it was received; `nil` is written as an empty text.
    /// - Returns: `false` when the value is neither text nor number nor `null`.
    mutating func append(member name: String, _ value: JSONValue?) -> Bool {
        if hasMembers { bytes.append(UInt8(ascii: ",")) }
        hasMembers = true
        bytes.append(UInt8(ascii: "\""))
        bytes += name.utf8
        bytes += "\":".utf8
        guard let value else {
            bytes += "\"\"".utf8
            return true
        }
        switch value.kind {
        case .string:
            let text: Void? = value.withUTF8Bytes { text in
                bytes.append(quotedJSON: text)
            }
            return text != nil
        case .number: return append(value)
        case .null:
            bytes += "null".utf8
            return true
        case .object, .array, .bool: return false
        }
    }
}
