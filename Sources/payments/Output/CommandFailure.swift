import PaymentGateway
import PaymentIntents

/// Why a command did not do what was asked, and how the program ends for it.
struct CommandFailure: Error {
    let error: GatewayError

    /// 64 for a command line that cannot be parsed, 78 for wrong configuration, 1 for the rest.
    let exitCode: Int32

    init(_ error: GatewayError) {
        self.error = error
        exitCode = error.code == .configuration ? 78 : 1
    }

    init(_ error: ConfigurationError) {
        self.init(GatewayError(.configuration, error.description, cause: error))
    }

    /// A command line that cannot be parsed.
    init(unparsed message: String) {
        error = GatewayError(.invalidRequest, message)
        exitCode = 64
    }

    /// An option whose value is wrong.
    static func invalid(_ option: String, _ problem: String) -> CommandFailure {
        CommandFailure(GatewayError(.invalidRequest, "\(option): \(problem)"))
    }

    /// Prints to standard error: a line for people, or one object.
    func print(as format: OutputFormat) {
        switch format {
        case .text:
            let payment = error.paymentID.map { " (\($0))" } ?? ""
            StandardError.print("error: \(error.message.escapedForLog)\(payment) [\(error.code.rawValue)]")
        case .json:
            StandardError.print(JSONText.of(ErrorDocument(error)))
        }
    }
}
