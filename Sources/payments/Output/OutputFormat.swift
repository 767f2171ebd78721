import ArgumentParser

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: one object, or one object a line for lists.
    case json

    /// The format that a command line asks for; needed when it failed to run and its options are gone.
    static func asked(for arguments: [String]) -> OutputFormat {
        let isJSON = zip(arguments, arguments.dropFirst()).contains { $0 == "--output" && $1 == "json" }
        return isJSON || arguments.contains("--output=json") ? .json : .text
    }
}
