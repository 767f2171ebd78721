import PaymentIntents

/// A request that was sent, and what came back.
struct Exchange: Sendable {
    /// The file that it is held against.
    let file: String

    /// The request. Its URL is one of the documented server, wherever it really went; a webhook's URL does not matter.
    let request: ProviderRequest

    /// What came back; `nil` when nothing did.
    let response: ProviderResponse?

    /// Whether the answer's headers are known. Of an answer to a callback only status and body are.
    var knowsAnswerHeaders = true

    /// How the exchange is found in the file.
    let subject: Subject

    enum Subject: Sendable, Hashable {
        /// By method and path, which must be documented like all of the request.
        case documented
        /// A webhook; it must be documented like all of the request.
        case webhook(named: String)
        /// A callback of a provider at our endpoint, whose headers are the provider's own affair.
        case callback
        /// A request that is wrong on purpose. Only the answer is held against the operation of this id.
        case wrong(operation: String)
    }
}
