/// How a provider makes sure that callbacks reach us: it sends a text, signed as any callback, and wants it back.
public struct ChallengeExchange: Sendable {
    /// The documents' sample of the callback, in the sandbox: one JSON object.
    public var sample: MessageJSON

    /// Where in the callback the challenge stands.
    public var path: [String]

    /// Where in the acknowledgement the provider looks for it.
    public var answerPath: [String]

    /// Describes the exchange.
    ///
    /// - Parameters:
    ///   - sample: The documents' sample of the callback, in the sandbox.
    ///   - path: Where in the callback the challenge stands.
    ///   - answerPath: Where in the acknowledgement the provider looks for it.
    public init(sample: MessageJSON, path: [String], answerPath: [String]) {
        self.sample = sample
        self.path = path
        self.answerPath = answerPath
    }
}
