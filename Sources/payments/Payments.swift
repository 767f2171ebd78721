import ArgumentParser
import Foundation

/// The program. It reads the configuration, puts the libraries together, and prints what they say.
@main
struct Payments: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments",
        abstract: "One payment model for many wallet gateways.",
        subcommands: [
            Demo.self, Create.self, Show.self, History.self, List.self, Sync.self, Resolve.self, Serve.self,
            Verify.self, FindRecipe.self, Simulate.self, Providers.self, CheckConfig.self,
        ]
    )

    static func main() async {
        let arguments = CommandLineArguments.rearranged(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.print(as: OutputFormat.asked(for: arguments))
            exit(withError: ExitCode(failure.exitCode))
        } catch {
            exit(withError: error)
        }
    }
}
