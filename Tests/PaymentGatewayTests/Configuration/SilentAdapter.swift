import PaymentIntents

/// An adapter that is only configured: it makes no request and believes nothing.
protocol SilentAdapter: ProviderAdapter where Intent == NoIntent, CallbackContent == Void {
    /// The directions it carries.
    static var kinds: Set<PaymentKind> { get }
}

extension SilentAdapter {
    var callbackTrust: CallbackTrust { .signed }

    var capabilities: Capabilities {
        Capabilities(
            kinds: Self.kinds,
            methods: nil,
            currencies: [.bdt],
            takesFractions: true,
            operations: [.create],
            isCreationIdempotent: true,
            claimsByQueryOnly: []
        )
    }

    func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        throw ProviderError(.unsupported, "it makes no request")
    }

    func reply(in response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> ProviderReply<NoIntent> {
        throw ProviderError(.unreadable, "it reads no answer")
    }

    func authenticate(_ callback: Callback, with verifier: inout SignatureVerifier) throws(CallbackRefusal) {
        throw CallbackRefusal(.unchecked, check: "all")
    }

    func event(in callback: VerifiedCallback<Void>) throws(CallbackProblem) -> CallbackEvent { .challenge("") }

    func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement { CallbackAcknowledgement(json: "{}") }
}
