import HTTPTypes
import PaymentIntents

/// An adapter with one of its methods exchanged for a wrong one.
struct MutatedAdapter<Base: ProviderAdapter>: ProviderAdapter {
    typealias Intent = Base.Intent
    typealias CallbackContent = Base.CallbackContent

    static var name: String { Base.name }

    let base: Base

    var requesting: @Sendable (Base, ProviderCall) throws(ProviderError) -> ProviderRequest = {
        base,
        call throws(ProviderError) in
        try base.request(for: call)
    }

    var replying: @Sendable (Base, ProviderResponse, ProviderCall) throws(ProviderError) -> ProviderReply<Base.Intent> =
        {
            base,
            response,
            call throws(ProviderError) in
            try base.reply(in: response, to: call)
        }

    var authenticating:
        @Sendable (Base, Callback, inout SignatureVerifier) throws(CallbackRefusal) -> Base.CallbackContent = {
            base,
            callback,
            verifier throws(CallbackRefusal) in
            try base.authenticate(callback, with: &verifier)
        }

    var interpreting:
        @Sendable (Base, VerifiedCallback<Base.CallbackContent>) throws(CallbackProblem) -> CallbackEvent = {
            base,
            callback throws(CallbackProblem) in
            try base.event(in: callback)
        }

    var hinting: @Sendable (Base, Base.CallbackContent) -> PaymentLookup? = { $0.hint(in: $1) }

    var acknowledging: @Sendable (Base, CallbackEvent?) -> CallbackAcknowledgement = { $0.acknowledgement(of: $1) }

    var declaring: @Sendable (Base) -> Capabilities = { $0.capabilities }

    var trusting: @Sendable (Base) -> CallbackTrust = { $0.callbackTrust }

    /// Something that it keeps beside, and shows when it is printed.
    var remark: any Sendable = ""

    init(_ base: Base) {
        self.base = base
    }

    init(settings: inout AdapterSettings) throws(ConfigurationError) {
        self.init(try Base(settings: &settings))
    }

    var account: AccountName { base.account }

    var capabilities: Capabilities { declaring(base) }

    var callbackTrust: CallbackTrust { trusting(base) }

    func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest {
        try requesting(base, call)
    }

    func reply(in response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> ProviderReply<Intent> {
        try replying(base, response, call)
    }

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> CallbackContent {
        try authenticating(base, callback, &verifier)
    }

    func event(in callback: VerifiedCallback<CallbackContent>) throws(CallbackProblem) -> CallbackEvent {
        try interpreting(base, callback)
    }

    func hint(in content: CallbackContent) -> PaymentLookup? {
        hinting(base, content)
    }

    func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
        acknowledging(base, event)
    }
}
