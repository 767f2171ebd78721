/// An error as all JSON of ours shows it.
public struct ErrorDocument: Encodable, Sendable {
    struct Content: Encodable {
        let code: String
        let message: String
        let retryable: Bool
    }

    let error: Content

    /// Shows an error.
    ///
    /// - Parameter error: The error.
    public init(_ error: GatewayError) {
        let message = error.message + (error.paymentID.map { " (\($0))" } ?? "")
        self.error = Content(code: error.code.rawValue, message: message, retryable: error.isRetryable)
    }
}
