import ArgumentParser
import Foundation
import PaymentGateway

/// The program. It reads the configuration, puts the libraries together, and prints what they say.
@main
struct Payments: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments",
        abstract: "One payment model for many wallet gateways.",
        discussion: """
            The configuration is the file of --config, else of the variable PAYMENTS_CONFIG, else ./payments.yaml. \
            --config and --output may stand before the subcommand or after it. Results go to standard output, \
            everything else to standard error; PAYMENTS_LOG_LEVEL says how much is logged.

            Exit codes: 0 done, 1 not done, 64 a command line that cannot be parsed, 78 wrong configuration.
            """,
        subcommands: [
            Demo.self, Create.self, Show.self, History.self, List.self, Sync.self, Resolve.self, Reconcile.self,
            Inbox.self, Notifications.self, Serve.self, Verify.self, FindRecipe.self, Simulate.self, Providers.self,
            CheckConfig.self, Contracts.self, NewAdapter.self, DemoServe.self,
        ]
    )

    static func main() async {
        StandardStreams.reserve()
        let arguments = CommandLineArguments.rearranged(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            try StandardStreams.flush()
        } catch {
            end(with: error, as: OutputFormat.asked(for: arguments))
        }
    }

    /// Says what went wrong and exits. Help that was asked for comes here as well, as ArgumentParser has it.
    private static func end(with error: any Error, as format: OutputFormat) -> Never {
        switch error {
        case let failure as CommandFailure:
            failure.print(as: format)
            exit(withError: ExitCode(failure.exitCode))
        case is ExitCode:
            exit(withError: error)
        case _ where format == .text || exitCode(for: error).isSuccess:
            exit(withError: error)
        case _ where exitCode(for: error) == .validationFailure:
            CommandFailure(unparsed: message(for: error)).print(as: .json)
            exit(withError: ExitCode.validationFailure)
        default:
            // Nothing here is expected to fail in another way; then what was done before is not known either.
            CommandFailure(GatewayError(.outcomeUnknown, "\(error)", cause: error)).print(as: .json)
            exit(withError: ExitCode.failure)
        }
    }
}
