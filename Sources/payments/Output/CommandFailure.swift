import PaymentGateway
import PaymentIntents

/// Why a command did not do what was asked, and how the program ends for it.
struct CommandFailure: Error {
    let error: GatewayError

    init(_ error: GatewayError) {
        self.error = error
    }

    init(_ error: ConfigurationError) {
        self.init(GatewayError(.configuration, error.description, cause: error))
    }

    /// 78 for wrong configuration, 1 for the rest.
    var exitCode: Int32 { error.code == .configuration ? 78 : 1 }

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
