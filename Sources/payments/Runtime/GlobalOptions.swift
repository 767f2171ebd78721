import ArgumentParser

/// What every subcommand takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file, YAML or JSON.", valueName: "path"))
    var config: String?

    @Option(help: "text is for people; json is one object, or one object a line for lists.")
    var output: OutputFormat = .text
}
