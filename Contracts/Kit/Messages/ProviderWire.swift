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

    /// What the body of a creation says, and where.
    public var creationRequest: CreationRequest

    /// The error answers that the documents show, besides ``refusal``.
    public var errors: [DocumentedError]

    /// How a page of payments is written, where there are lists.
    public var listReply: ListReply?

    /// The answer to a question about the balance, where there is one; its amount is the money that is there.
    public var balanceReply: WireMessage?

    /// Where the answer to a creation names the page that the customer is sent to, where it does.
    public var redirect: [String]?

    /// How the provider makes sure that callbacks reach us, where it does.
    public var challenge: ChallengeExchange?

    /// Describes what a provider sends.
    ///
    /// - Parameters:
    ///   - creationReply: A payment, as the answer to a creation shows it.
    ///   - queryReply: A payment, as the answer to a query shows it.
    ///   - callback: A callback's body, before it is signed.
    ///   - signing: How callbacks are signed.
    ///   - refusal: An answer to a creation that refuses it for good.
    ///   - creationRequest: What the body of a creation says, and where.
    ///   - errors: The error answers that the documents show, besides the refusal.
    ///   - listReply: How a page of payments is written.
    ///   - balanceReply: The answer to a question about the balance.
    ///   - redirect: Where the answer to a creation names the customer's page.
    ///   - challenge: How the provider makes sure that callbacks reach us.
    public init(
        creationReply: WireMessage,
        queryReply: WireMessage,
        callback: WireMessage,
        signing: CallbackSigning,
        refusal: ProviderResponse,
        creationRequest: CreationRequest = CreationRequest(),
        errors: [DocumentedError] = [],
        listReply: ListReply? = nil,
        balanceReply: WireMessage? = nil,
        redirect: [String]? = nil,
        challenge: ChallengeExchange? = nil
    ) {
        self.creationReply = creationReply
        self.queryReply = queryReply
        self.callback = callback
        self.signing = signing
        self.refusal = refusal
        self.creationRequest = creationRequest
        self.errors = errors
        self.listReply = listReply
        self.balanceReply = balanceReply
        self.redirect = redirect
        self.challenge = challenge
    }
}

extension ProviderWire {
    /// All error answers that the documents show.
    var documentedErrors: [DocumentedError] { [DocumentedError(refusal, to: [.create], means: .refused)] + errors }
}
