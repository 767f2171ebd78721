/// Writes one JSON object, member by member: the same bytes for the same members, in the order in which they are written.
///
/// It writes each name as often as it is told to; whoever writes a name twice makes what ``JSONDocument`` refuses.
public struct JSONObjectWriter: Sendable {
    /// Long enough for most objects of ours; together with an array's header it is less than 1 KiB, the largest piece that
    /// glibc keeps ready for each thread.
    public static let usualLength = 960

    private var bytes: [UInt8] = []

    /// An object without members.
    ///
    /// - Parameter length: How many bytes it will have, as far as is known. It may have more.
    public init(length: Int = usualLength) {
        bytes.reserveCapacity(length)
        bytes.append(UInt8(ascii: "{"))
    }

    /// Adds a member whose value is a text.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - text: The text; `nil` adds nothing.
    public mutating func write(_ name: String, _ text: String?) {
        guard let text else { return }
        write(name, quoted: text)
    }

    /// Adds a member whose value is a text or `null`.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - text: The text; `nil` is written as `null`.
    public mutating func write(_ name: String, orNull text: String?) {
        guard let text else { return write(name, number: "null") }
        write(name, quoted: text)
    }

    /// Adds a member whose value is a number.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - number: The number's exact text: an amount never passes floating point.
    public mutating func write(_ name: String, number: String) {
        begin(name)
        bytes += number.utf8
    }

    /// Adds a member whose value is `true` or `false`.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - value: The value.
    public mutating func write(_ name: String, _ value: Bool) {
        begin(name)
        bytes += (value ? "true" : "false").utf8
    }

    /// Adds a member whose value is an object.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - object: The object; `nil` is written as `null`.
    public mutating func write(_ name: String, _ object: JSONObjectWriter?) {
        begin(name)
        guard let object else { return bytes += "null".utf8 }
        append(object)
    }

    /// Adds a member whose value is an object that is written in place.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - fill: Writes the object's members.
    public mutating func write(_ name: String, _ fill: (inout JSONObjectWriter) -> Void) {
        begin(name)
        bytes.append(UInt8(ascii: "{"))
        fill(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Adds a member whose value is a list of objects.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - objects: The objects.
    public mutating func write(_ name: String, list objects: [JSONObjectWriter]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (position, object) in objects.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            append(object)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds a member whose value is a list of texts.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - texts: The texts.
    public mutating func write(_ name: String, list texts: [String]) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (position, text) in texts.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(quotedJSON: text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The object.
    ///
    /// - Returns: The JSON text.
    public consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// The object, as a string.
    public var text: String {
        unsafe String(unsafeUninitializedCapacity: bytes.count + 1) { text in
            let end = unsafe text.initialize(fromContentsOf: bytes)
            unsafe text.initializeElement(at: end, to: UInt8(ascii: "}"))
            return end + 1
        }
    }

    /// Name and text in one go, unless something in one of them has to be escaped.
    private mutating func write(_ name: String, quoted text: String) {
        let isFirst = bytes.last == UInt8(ascii: "{")
        let (nameBytes, textBytes) = (name.utf8.span, text.utf8.span)
        let start = bytes.count
        var isPlain = false
        bytes.append(addingCapacity: nameBytes.count + textBytes.count + 6) { output in
            if !isFirst { output.append(UInt8(ascii: ",")) }
            guard output.appendQuotedJSON(nameBytes) else { return }
            output.append(UInt8(ascii: ":"))
            isPlain = output.appendQuotedJSON(textBytes)
        }
        guard !isPlain else { return }
        bytes.removeSubrange(start...)
        begin(name)
        bytes.append(quotedJSON: text)
    }

    private mutating func begin(_ name: String) {
        // Behind an opening brace stands the first member; no value ends in one.
        let isFirst = bytes.last == UInt8(ascii: "{")
        let name = name.utf8.span
        var isPlain = false
        bytes.append(addingCapacity: name.count + 4) { output in
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isPlain = output.appendQuotedJSON(name)
            if isPlain { output.append(UInt8(ascii: ":")) }
        }
        guard !isPlain else { return }
        bytes.append(quotedJSON: name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes an object behind what is there.
    private mutating func append(_ object: borrowing JSONObjectWriter) {
        bytes += object.bytes
        bytes.append(UInt8(ascii: "}"))
    }
}
