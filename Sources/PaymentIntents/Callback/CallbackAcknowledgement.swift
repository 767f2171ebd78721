/// What a provider wants to read when its callback was taken: the body of a 200.
public struct CallbackAcknowledgement: Sendable, Hashable {
    /// A JSON text.
    public let json: [UInt8]

    /// Takes a JSON text.
    ///
    /// - Parameter json: The body of the answer.
    public init(json: String) {
        self.json = Array(json.utf8)
    }
}
