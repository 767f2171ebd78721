/// The command line, before it is parsed.
enum CommandLineArguments {
    private static let globalOptions = ["--config", "--output"]

    /// The subcommands that have subcommands of their own.
    private static let groups = [
        "simulate": ["smspay", "pay2local"], "inbox": ["list", "replay"], "notifications": ["list", "replay"],
    ]

    /// Moves global options that stand before the subcommand behind its name, where every subcommand knows them.
    ///
    /// They go right behind it, so that one which is given again at the end wins, and none gets behind a `--`.
    static func rearranged(_ arguments: [String]) -> [String] {
        let arguments = withEmptyValues(arguments)
        var rest = arguments[...]
        var moved = takeGlobalOptions(from: &rest)
        var names = rest.prefix(1)
        rest = rest.dropFirst()
        if let group = names.first.flatMap({ groups[$0] }) {
            moved += takeGlobalOptions(from: &rest)
            if let name = rest.first, group.contains(name) { names.append(rest.removeFirst()) }
        }
        guard let name = names.last, !name.hasPrefix("-") else { return arguments }
        return names + moved + rest
    }

    /// Writes `--option=` as an option and an empty value: ArgumentParser would take the next word for its value. What is
    /// the value of the option before it stays as it is.
    private static func withEmptyValues(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let options = arguments[..<end].indices
            .flatMap { place in
                let word = arguments[place]
                let isValue = place > 0 && isOption(arguments[place - 1])
                return word.hasPrefix("--") && word.hasSuffix("=") && !isValue ? [String(word.dropLast()), ""] : [word]
            }
        return options + arguments[end...]
    }

    /// Whether a word is an option whose value is the next one.
    private static func isOption(_ word: String) -> Bool { word.hasPrefix("--") && !word.contains("=") }

    private static func takeGlobalOptions(from rest: inout ArraySlice<String>) -> [String] {
        var taken: [String] = []
        while let option = rest.first,
            let name = globalOptions.first(where: { option == $0 || option.hasPrefix($0 + "=") })
        {
            let length = option == name ? 2 : 1
            guard rest.count >= length else { break }
            taken += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        return taken
    }
}
