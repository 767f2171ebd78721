extension String {
    /// The text as it may stand in a log line: one event stays one line, and no terminal obeys what came from outside.
    ///
    /// Control characters, line separators and marks that turn the direction of writing are written as `\u{1B}`, and a
    /// backslash as two, so that the text can be read back.
    package var escapedForLog: String {
        var text = ""
        for scalar in unicodeScalars {
            if scalar.steersDisplay {
                text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else if scalar == "\\" {
                text += "\\\\"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
