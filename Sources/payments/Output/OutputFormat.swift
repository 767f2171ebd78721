import ArgumentParser

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: one object, or one object a line for lists.
    case json

    /// The format that a command line asks for; needed when it failed to run and its options are gone.
    static func asked(for arguments: [String]) -> OutputFormat {
        let spelled = zip(arguments, arguments.dropFirst()).compactMap { $0 == "--output" ? $1 : nil }
        let joined = arguments.compactMap { $0.hasPrefix("--output=") ? String($0.dropFirst("--output=".count)) : nil }
        return (spelled + joined).last == json.rawValue ? .json : .text
    }
}
