public import PaymentIntents

/// What a provider sends, as its documents say.
public struct ProviderWire: Sendable {
    /// A payment, as the answer to a query shows it.
    public var queryReply: WireMessage

    /// A payment, as the answer to a creation shows it.
    public var creationReply: WireMessage

    /// A callback's body, before it is signed.
    public var callback: WireMessage

    /// How callbacks are signed.
    public var signing: CallbackSigning

    /// How the provider says no: an answer to a creation that refuses it for good.
    public var refusal: ProviderResponse

    /// Describes what a provider sends.
    ///
    /// - Parameters:
    ///   - creationReply: A payment, as the answer to a creation shows it.
    ///   - queryReply: A payment, as the answer to a query shows it.
    ///   - callback: A callback's body, before it is signed.
    ///   - signing: How callbacks are signed.
    ///   - refusal: An answer to a creation that refuses it for good.
    public init(
        creationReply: WireMessage,
        queryReply: WireMessage,
        callback: WireMessage,
        signing: CallbackSigning,
        refusal: ProviderResponse
    ) {
        self.creationReply = creationReply
        self.queryReply = queryReply
        self.callback = callback
        self.signing = signing
        self.refusal = refusal
    }
}
