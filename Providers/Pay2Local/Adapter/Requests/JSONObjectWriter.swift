/// Writes one flat JSON object of texts, always the same bytes for the same members.
struct JSONObjectWriter {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    /// Adds a member, unless there is nothing to say.
    mutating func write(_ name: String, _ text: String?) {
        guard let text else { return }
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(quotedJSON: name.utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(quotedJSON: text.utf8)
    }

    /// The object.
    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
