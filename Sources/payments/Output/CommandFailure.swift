import Foundation
import PaymentGateway
import PaymentIntents

/// Why a command did not do what was asked, and how the program ends for it.
struct CommandFailure: Error {
    let code: String
    let message: String
    let isRetryable: Bool
    let exitCode: Int32

    init(_ error: GatewayError) {
        code = error.code.rawValue
        message = error.message + (error.paymentID.map { " (\($0))" } ?? "")
        isRetryable = error.isRetryable
        exitCode = error.code == .configuration ? 78 : 1
    }

    /// A command line that cannot be parsed.
    init(unparsed message: String) {
        code = GatewayError.Code.invalidRequest.rawValue
        self.message = message
        isRetryable = false
        exitCode = 64
    }

    init(_ error: ConfigurationError) {
        self.init(GatewayError(.configuration, error.description, cause: error))
    }

    /// Where an option has a value that is wrong, or a field that it stands for.
    static func invalid(_ option: String, _ problem: String) -> CommandFailure {
        CommandFailure(GatewayError(.invalidRequest, "\(option): \(problem)"))
    }

    /// Prints to standard error: a line for people, or one object.
    func print(as format: OutputFormat) {
        switch format {
        case .text:
            StandardError.print("error: \(message.escapedForLog) [\(code)]")
        case .json:
            StandardError.print(
                JSONText.of(Document(error: .init(code: code, message: message, retryable: isRetryable)))
            )
        }
    }

    private struct Document: Encodable {
        struct Content: Encodable {
            let code: String
            let message: String
            let retryable: Bool
        }

        let error: Content
    }
}
