import ArgumentParser
import PaymentGateway
import PaymentIntents

/// `payments check-config`
struct CheckConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Reads the configuration and says what is wrong with it."
    )

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let configuration = try Program(options).configuration
        let document = Document(
            valid: true,
            environment: configuration.environment.rawValue,
            providers: configuration.accounts.map(\.name.rawValue),
            warnings: configuration.warnings
        )
        let providers = document.providers.joined(separator: ", ")
        Output(options.output)
            .print(document, text: "The configuration is right: \(document.environment), \(providers).")
    }

    private struct Document: Encodable {
        let valid: Bool
        let environment: String
        let providers: [String]
        let warnings: [String]
    }
}
