import HTTPTypes
import PaymentIntents

/// What all adapters of the tests have in common. Their content is the body as text.
protocol AdapterDouble: ProviderAdapter where Intent == DoubleIntent, CallbackContent == String {
    init(account: AccountName, callbackTrust: CallbackTrust)
}

extension AdapterDouble {
    static var name: String { "double" }

    var capabilities: Capabilities {
        Capabilities(
            kinds: [.deposit],
            methods: nil,
            currencies: [.bdt],
            takesFractions: true,
            operations: [.create],
            isCreationIdempotent: true,
            claimsByQueryOnly: []
        )
    }

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        self.init(account: settings.account, callbackTrust: try settings.choice("callbackTrust", default: .signed))
    }

    func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        throw ProviderError(.unsupported, "a double calls nobody")
    }

    func reply(in response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> ProviderReply<Intent> {
        throw ProviderError(.unsupported, "a double calls nobody")
    }

    /// The body `challenge` is one; `?` is not understood; everything else is the reference of a success.
    func event(in callback: VerifiedCallback<String>) throws(CallbackProblem) -> CallbackEvent {
        switch callback.content {
        case "challenge": return .challenge("42")
        case "?": throw .notUnderstood("not what the provider documents")
        case "": return .evidence(Evidence(claim: .succeeded, source: .callback, rawStatus: "PAID"))
        default:
            // The source is wrong on purpose.
            return .evidence(
                Evidence(claim: .succeeded, source: .operator, rawStatus: "PAID", reference: callback.content)
            )
        }
    }

    func hint(in content: String) -> PaymentLookup? {
        PaymentLookup(kind: nil, reference: content.isEmpty ? nil : content, providerPaymentID: nil)
    }

    func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
        CallbackAcknowledgement(json: "{}")
    }

    func content(of callback: Callback) -> String { String(decoding: callback.body, as: UTF8.self) }

    /// Demands the one signature header over the body.
    func requireSignature(
        of callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let signature = try callback.header(DoubleCallback.signature), let keys = DoubleCallback.keys else {
            throw CallbackRefusal(.missing, check: "x-signature")
        }
        try verifier.require(signature.utf8, of: callback.body.span, by: keys, check: "x-signature")
    }
}
