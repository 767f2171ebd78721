import PaymentIntents

/// What a vector is about.
enum VectorKind: String, Sendable, CaseIterable {
    /// A call becomes a request.
    case request
    /// A response becomes what the provider says.
    case reply
    /// A callback becomes what it means.
    case callback
}

extension VectorKind {
    /// Reads what goes in.
    ///
    /// - Parameters:
    ///   - place: Where it stands, for errors.
    ///   - value: The member `given`.
    /// - Returns: What goes in.
    /// - Throws: ``ContractViolation`` that says where it is not what it must be.
    func input(_ place: String, _ value: MessageJSON?) throws(ContractViolation) -> VectorInput {
        switch self {
        case .request:
            return .request(try VectorObject(value, at: place, required: ["configuration", "call"]).call())
        case .reply:
            let names = ["configuration", "call", "status", "headers"]
            let given = try VectorObject(value, at: place, required: names, optional: ["body", "clock"])
            let response = ProviderResponse(
                status: try given.integer("status"),
                headers: try given.headers("headers"),
                body: try given.bytes("body")
            )
            return .reply(VectorReply(call: try given.call(), response: response, now: try given.time("clock")))
        case .callback:
            let names = ["configuration", "headers", "body"]
            let given = try VectorObject(value, at: place, required: names, optional: ["payment"])
            let callback = Callback(headers: try given.headers("headers"), body: try given.bytes("body"))
            return .callback(VectorCallback(callback: callback, payment: try given.payment()))
        }
    }

    /// What can be expected of this kind.
    private var outcomes: [VectorOutcome] {
        switch self {
        case .request: [.request, .error]
        case .reply: [.intent, .page, .balance, .error]
        case .callback: [.evidence, .challenge, .hint, .problem, .refusal]
        }
    }

    /// Reads what is expected: one outcome of this kind, and what goes with it.
    ///
    /// - Parameters:
    ///   - value: The member `expect`.
    ///   - place: Where it stands, for errors.
    ///   - input: What goes in.
    /// - Returns: The same, with a request's headers and body written as they are compared.
    /// - Throws: ``ContractViolation`` that says where it is not what it must be.
    func expectation(
        _ value: MessageJSON?,
        at place: String,
        _ input: VectorInput
    ) throws(ContractViolation) -> MessageJSON {
        let names = outcomes.map(\.rawValue)
        let expected = try VectorObject(value, at: place, optional: names + ["acknowledgement", "comparison"])
        guard names.filter({ expected[$0] != nil }).count == 1 else {
            throw ContractViolation(
                sent: place,
                came: expected.names.joined(separator: ", "),
                due: "exactly one of \(names.joined(separator: ", "))"
            )
        }
        var companions: [String] = []
        if self == .callback, expected["refusal"] == nil { companions.append("acknowledgement") }
        if case .callback(let callback) = input, callback.payment != nil { companions.append("comparison") }
        for name in ["acknowledgement", "comparison"] where (expected[name] != nil) != companions.contains(name) {
            throw expected.wrong(name, due: companions.contains(name) ? "an object" : "nothing")
        }
        try VectorShapes.check(expected, at: place)
        guard self == .request, expected["request"] != nil, let value else { return value ?? .null }
        let request = try VectorObject(expected["request"], at: place, optional: nil)
        return value.setting(["request", "headers"], to: .headers(try request.headers("headers")))
            .setting(["request", "body"], to: .body(try request.bytes("body")))
    }
}

extension VectorObject {
    /// The member `payment`, if it is there.
    fileprivate func payment() throws(ContractViolation) -> VectorPayment? {
        guard self["payment"] != nil else { return nil }
        let payment = try VectorObject(
            self["payment"],
            at: "\(place), payment",
            required: ["kind", "amount", "reference"],
            optional: ["providerPaymentID", "claims"]
        )
        var claims: ClaimSet = []
        for element in payment["claims"] == nil ? [] : try payment.list("claims") {
            guard case .string(let word) = element, let claim = Claim(rawValue: word) else {
                throw payment.wrong("claims", due: "a list of claims")
            }
            claims.formUnion(ClaimSet(claim))
        }
        let terms = PaymentTerms(
            kind: try payment.word("kind"),
            amount: try payment.money("amount"),
            providerReference: try payment.text("reference"),
            providerPaymentID: try payment.optionalText("providerPaymentID")
        )
        return VectorPayment(terms: terms, claims: claims)
    }
}
