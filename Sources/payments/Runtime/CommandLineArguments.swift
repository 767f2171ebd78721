/// The command line, before it is parsed.
enum CommandLineArguments {
    private static let globalOptions = ["--config", "--output"]

    /// Moves global options that stand before the subcommand to the end, where every subcommand knows them.
    static func rearranged(_ arguments: [String]) -> [String] {
        var moved: [String] = []
        var rest = arguments[...]
        while let option = rest.first,
            let name = globalOptions.first(where: { option == $0 || option.hasPrefix($0 + "=") })
        {
            let length = option == name ? 2 : 1
            guard rest.count >= length else { break }
            moved += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        guard !rest.isEmpty else { return arguments }
        return rest + moved
    }
}
