import ArgumentParser

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: one object, or one object a line for lists.
    case json

    /// The format that a command line asks for; needed when it failed to run and its options are gone.
    /// Of several the last one counts, as everywhere.
    static func asked(for arguments: [String]) -> OutputFormat {
        var asked: String?
        var words = arguments.prefix { $0 != "--" }
        while let word = words.popFirst() {
            if word == "--output", let format = words.popFirst() { asked = format }
            if word.hasPrefix("--output=") { asked = String(word.dropFirst("--output=".count)) }
        }
        return asked == json.rawValue ? .json : .text
    }
}
