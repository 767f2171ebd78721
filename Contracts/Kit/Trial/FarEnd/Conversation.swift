import PaymentIntents

/// An adapter and the provider's far end, which talk to each other as they would with an engine between them.
struct Conversation: Sendable {
    let adapter: any ProviderAdapter
    let farEnd: any FarEnd

    /// Sends a call, once.
    ///
    /// - Parameter call: What is wanted.
    /// - Returns: What the adapter reads in the answer, or the error with which it refuses to ask.
    /// - Throws: ``FarEndSilence`` of the far end.
    func ask(_ call: ProviderCall) async throws -> ReplyOutcome {
        switch RequestOutcome(of: call, at: adapter) {
        case .written(let request): ReplyOutcome(of: try await farEnd.answer(request), to: call, at: adapter)
        case .refused(let error): .failed(error)
        }
    }

    /// Sends a call, and gives the error that the adapter reads in the answer.
    func refusal(of call: ProviderCall) async throws -> ProviderError {
        let outcome = try await ask(call)
        guard let error = outcome.error else {
            throw ContractViolation(sent: call.quoted, came: "\(outcome)", due: "an error")
        }
        return error
    }

    /// Creates a payment.
    func create(_ order: PaymentOrder) async throws -> SeenIntent {
        try await intent(.create(order))
    }

    /// Creates a payment, and says what the provider calls it.
    func created(_ order: PaymentOrder) async throws -> SamplePayment {
        SamplePayment(order: order, providerPaymentID: try await name(create(order)))
    }

    /// Asks about a payment.
    func query(_ payment: SamplePayment) async throws -> SeenIntent {
        try await intent(.query(payment.lookup))
    }

    /// Sends a creation that gets no answer.
    func loseAnswer(to order: PaymentOrder) async throws {
        try await farEnd.arm(.silence)
        do {
            let answer = try await ask(.create(order))
            throw ContractViolation(sent: "a creation, to silence", came: "\(answer)", due: "no answer")
        } catch is FarEndSilence {}
    }

    /// All pages of the list.
    func list() async throws -> [SeenIntent] {
        var all: [SeenIntent] = []
        for page in 1...1000 {
            let (intents, hasMore) = try await list(page: page)
            all += intents
            if !hasMore { return all }
        }
        throw ContractViolation(sent: "1000 pages", came: "yet another one", due: "an end")
    }

    /// One page of the list.
    func list(page: Int) async throws -> (intents: [SeenIntent], hasMore: Bool) {
        let outcome = try await ask(.list(page: page))
        guard case .page(let intents, let hasMore) = outcome else {
            throw ContractViolation(sent: "page \(page) of the list", came: "\(outcome)", due: "a page")
        }
        return (intents, hasMore)
    }

    /// The provider's name in an intent.
    func name(_ intent: SeenIntent) throws -> String {
        guard let id = intent.providerPaymentID else {
            throw ContractViolation(sent: "a creation", came: "an intent without a name", due: "the provider's name")
        }
        return id
    }

    private func intent(_ call: ProviderCall) async throws -> SeenIntent {
        let outcome = try await ask(call)
        guard let intent = outcome.intent else {
            throw ContractViolation(sent: call.quoted, came: "\(outcome)", due: "a payment")
        }
        return intent
    }
}
