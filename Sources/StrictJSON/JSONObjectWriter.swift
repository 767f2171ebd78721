/// Writes one flat JSON object, member by member: the same bytes for the same members, in the order in which they are
/// written.
public struct JSONObjectWriter: Sendable {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// An object without members.
    public init() {}

    /// Adds a member whose value is a text.
    ///
    /// - Parameters:
    ///   - name: The member's name; each is written once.
    ///   - text: The text; `nil` adds nothing.
    public mutating func write(_ name: String, _ text: String?) {
        guard let text else { return }
        begin(name)
        bytes.append(quotedJSON: text.utf8)
    }

    /// Adds a member whose value is a number.
    ///
    /// - Parameters:
    ///   - name: The member's name; each is written once.
    ///   - number: The number's exact text: an amount never passes floating point.
    public mutating func write(_ name: String, number: String) {
        begin(name)
        bytes += number.utf8
    }

    /// Ends the object.
    ///
    /// - Returns: The JSON text.
    public consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(quotedJSON: name.utf8)
        bytes.append(UInt8(ascii: ":"))
    }
}
