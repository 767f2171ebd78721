/// Our code for one provider: it translates, and does nothing else.
///
/// An adapter turns calls into HTTP requests, HTTP responses into the provider's intents, and callbacks into evidence.
/// The centre verifies, the engine sends, stores and decides.
///
/// ## What an implementer owes
///
/// - **No I/O, no clock, no randomness.** The same value in gives the same value out, byte for byte. Every method may
///   be called from many threads at once, and twice for the same input.
/// - **Nothing from outside traps.** Any response and any callback ends in a value or in the typed error.
/// - **Fail closed.** ``authenticate(_:with:)`` demands every signature that the provider makes. An adapter whose
///   signing recipe is not known demands none, and so refuses every callback.
/// - **Unknown is not failed.** A status that the provider's documents do not name is ``Claim/review``, with its raw
///   value kept. An answer that cannot be read is ``ProviderError/Code/unreadable``, never a refusal.
/// - **Report, do not judge.** Amount, currency, reference and kind go into the evidence as the provider states them;
///   the centre compares them with what was asked for.
/// - **No secrets in errors.** Messages name fields, never values that came from outside or from the configuration.
///
/// Run `PaymentContracts` against an adapter before it touches money.
public protocol ProviderAdapter: Sendable {
    /// The provider's own payment, as an answer to a call shows it.
    associatedtype Intent: ProviderIntent

    /// What has to be read of a callback before its signatures can be checked; `Void` when raw bytes are signed.
    associatedtype CallbackContent: Sendable

    /// The name that a configuration file gives under `adapter:`.
    static var name: String { get }

    /// Makes the adapter of one account from its configuration.
    ///
    /// - Parameter settings: The keys of the account. Every key that the adapter knows must be read, present or not:
    ///   what is left over is reported as unknown.
    /// - Throws: ``ConfigurationError``, naming the key and never a secret's value.
    init(settings: inout AdapterSettings) throws(ConfigurationError)

    /// The account this adapter works for.
    var account: AccountName { get }

    /// What the provider can do.
    var capabilities: Capabilities { get }

    /// What has to hold before a callback is believed.
    var callbackTrust: CallbackTrust { get }

    /// Writes the request for a call.
    ///
    /// Equal calls give equal bytes, since a repeated creation must be recognisable as the same one.
    ///
    /// - Parameter call: What is wanted of the provider.
    /// - Returns: The request, to be sent as it stands.
    /// - Throws: ``ProviderError`` with code ``ProviderError/Code/invalid`` when the provider cannot take this value, or
    ///   ``ProviderError/Code/unsupported`` when it has no such call. Nothing has been sent then.
    func request(for call: ProviderCall) throws(ProviderError) -> ProviderRequest

    /// Reads the response to a call.
    ///
    /// - Parameters:
    ///   - response: What came back, whatever it is: another status, HTML, half a JSON text.
    ///   - call: The call that it answers.
    /// - Returns: What the provider says, unjudged.
    /// - Throws: ``ProviderError``; its code says whether the provider can have accepted anything.
    func reply(in response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> ProviderReply<Intent>

    /// Demands every signature that must hold before this callback is authentic.
    ///
    /// Whatever is read on the way is untrusted, and is used for nothing but finding the signed bytes.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - verifier: Checks the signatures, and decides in the end.
    /// - Returns: What had to be read, to be handed back in ``event(in:)``.
    /// - Throws: ``CallbackRefusal``.
    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> CallbackContent

    /// Says what an authentic callback means.
    ///
    /// - Parameter callback: The callback, verified by the centre.
    /// - Returns: Evidence, or a challenge to give back.
    /// - Throws: ``CallbackProblem``; the callback is kept for a person.
    func event(in callback: VerifiedCallback<CallbackContent>) throws(CallbackProblem) -> CallbackEvent

    /// Says which payment an unsigned callback asks us to look at, for accounts on ``CallbackTrust/confirmed``.
    ///
    /// - Parameter content: What was read of the callback. It is not authentic.
    /// - Returns: The payment to ask the provider about, or `nil`, which refuses the callback.
    func hint(in content: CallbackContent) -> PaymentLookup?

    /// What the provider wants to read once its callback was taken.
    ///
    /// - Parameter event: What the callback said; `nil` when it was not understood.
    /// - Returns: The body of the 200.
    func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement
}

extension ProviderAdapter {
    /// Refuses every unsigned callback, as a provider that signs all of them wants it.
    public func hint(in content: CallbackContent) -> PaymentLookup? { nil }
}
