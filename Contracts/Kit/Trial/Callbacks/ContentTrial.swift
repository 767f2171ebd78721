import PaymentIntents

/// Tells an adapter changed messages about one payment, each of them properly signed.
struct ContentTrial {
    let signing: CallbackSigning
    let wire: WireMessage
    let setup: AdapterSetup
    let adapter: any ProviderAdapter
    let payment: SamplePayment

    /// The genuine message.
    let message: MessageJSON

    /// Takes a subject.
    ///
    /// - Parameters:
    ///   - subject: Whose provider sends and whose adapter reads.
    ///   - claim: What the genuine message claims.
    ///   - kind: The direction of the payment; the provider's first when not given.
    ///   - currency: Its currency; the provider's first when not given.
    ///   - setup: The account.
    /// - Throws: ``ContractViolation`` when no callback claims that, and what the adapter throws when it is made.
    init(
        _ subject: any AdapterSubject,
        claiming claim: Claim = .succeeded,
        about kind: PaymentKind? = nil,
        of currency: Currency? = nil,
        setup: AdapterSetup? = nil
    ) throws {
        wire = subject.wire.callback
        guard let word = wire.word(for: claim) else {
            throw ContractViolation(sent: "a callback for \(claim)", came: "no such word", due: "one of the documents")
        }
        self.setup = try setup ?? AdapterSetup()
        signing = subject.wire.signing
        adapter = try subject.adapter(self.setup)
        payment = try subject.samplePayment(kind, in: currency)
        message = wire.message(word, about: payment, in: self.setup.environment)
    }

    /// A trial about a payment in each direction.
    ///
    /// - Parameters:
    ///   - subject: Whose provider sends and whose adapter reads.
    ///   - currency: The currency; the provider's first when not given.
    /// - Returns: The trials.
    /// - Throws: What the initialiser throws.
    static func inEachDirection(_ subject: any AdapterSubject, of currency: Currency? = nil) throws -> [ContentTrial] {
        try subject.kinds.map { try ContentTrial(subject, about: $0, of: currency) }
    }

    /// Where a field stands.
    ///
    /// - Parameter field: A field that the callback has.
    /// - Returns: The names of the members, from the outside in.
    /// - Throws: ``ContractViolation`` when the callback has no such field.
    func path(_ field: WireField) throws(ContractViolation) -> [String] {
        guard let path = wire.fields[field] else {
            throw ContractViolation(sent: field.rawValue, came: "not in callbacks", due: "a field of callbacks")
        }
        return path
    }

    /// What becomes of a message.
    func outcome(of message: MessageJSON) throws -> CallbackOutcome {
        CallbackOutcome(of: try signing.sign(message.bytes, with: setup.callbackKeys[0]), at: adapter)
    }

    /// What becomes of bytes that are signed as they stand.
    func outcome(sealing bytes: [UInt8]) throws -> CallbackOutcome {
        CallbackOutcome(of: try signing.seal(bytes, with: setup.callbackKeys[0]), at: adapter)
    }

    /// The bytes of the genuine message, with the signature inside where there is one.
    func signedBody() throws -> [UInt8] {
        try signing.sign(message.bytes, with: setup.callbackKeys[0]).body
    }

    /// Whether single fields are signed, and the adapter refuses to ask for a payment of this reference: where a separator
    /// joins the fields, one that has it in it lends its signature to another payment.
    func neverAsks(for reference: String) -> Bool {
        guard !signing.coversWholeBody else { return false }
        var order = payment.order
        order.reference = reference
        let refusal = RequestOutcome(of: .create(order), at: adapter).refusal
        return refusal?.code == .invalid && refusal?.message.contains("reference") == true
    }

    /// What the evidence is worth for the payment.
    func worth(_ outcome: CallbackOutcome) -> Claim? {
        outcome.evidence?.assessed(against: payment.terms).claim
    }

    /// Demands that a person will look at it: the callback was taken, and nothing but a review follows from it.
    func mustBeHeld(_ outcome: CallbackOutcome, _ sent: @autoclosure () -> String) throws(ContractViolation) {
        try require(
            outcome.problem != nil || worth(outcome) == .review,
            sent: sent(),
            came: "\(outcome)",
            due: "review, or a problem"
        )
    }

    /// Demands that nothing but a review follows from it. Where fields are signed one by one, a callback whose fields
    /// cannot be read cannot be authentic either.
    func mustBeHarmless(_ outcome: CallbackOutcome, _ sent: @autoclosure () -> String) throws(ContractViolation) {
        if signing.bodySignature != nil, outcome.isRefused { return }
        try mustBeHeld(outcome, sent())
    }
}
