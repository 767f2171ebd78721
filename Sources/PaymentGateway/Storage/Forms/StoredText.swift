/// Texts from outside as the store keeps them.
///
/// SQLite's interface ends a text at the first U+0000, so two ids of a provider that differ behind it would be one, and
/// PostgreSQL takes none. It is written as `\0` here, and a backslash as two: whatever comes in comes out, and what differs
/// stays different.
package struct StoredText {
    /// The text that is stored.
    package let stored: String

    /// Takes a text as it came.
    ///
    /// - Parameter text: The text.
    package init(_ text: String) {
        guard text.holdsByte(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) else {
            stored = text
            return
        }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\0": escaped += "\\0"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        stored = escaped
    }

    /// Restores what was stored.
    ///
    /// - Parameter stored: The text in the store.
    package init(stored: String) {
        self.stored = stored
    }

    /// The text as it came.
    package var text: String {
        guard stored.holdsByte(where: { $0 == UInt8(ascii: "\\") }) else { return stored }
        var text = ""
        var isEscaped = false
        for scalar in stored.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
                continue
            }
            text.unicodeScalars.append(isEscaped && scalar == "0" ? "\0" : scalar)
            isEscaped = false
        }
        return text
    }
}

extension String {
    /// `utf8.contains` takes thrice as long: it asks for every byte where the next one begins.
    fileprivate func holdsByte(where fits: (UInt8) -> Bool) -> Bool {
        let bytes = utf8.span
        for index in bytes.indices where fits(bytes[index]) { return true }
        return false
    }
}
