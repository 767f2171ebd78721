import PaymentIntents

/// An adapter and the provider's far end, which talk to each other as they would with an engine between them.
struct Conversation: Sendable {
    /// What the adapter read in an answer.
    enum Answer: Sendable {
        case intent(any ProviderIntent)
        case page([any ProviderIntent], hasMore: Bool)
        case balance(AccountBalance)
    }

    let adapter: any ProviderAdapter
    let farEnd: any FarEnd

    /// Sends a call, once.
    ///
    /// - Throws: `ProviderError` of the adapter, ``FarEndSilence`` of the far end.
    func ask(_ call: ProviderCall) async throws -> Answer {
        let request = try adapter.request(for: call)
        return try adapter.read(try await farEnd.answer(request), to: call)
    }

    /// Sends a call, and gives the error that the adapter reads in the answer.
    func refusal(of call: ProviderCall) async throws -> ProviderError {
        do {
            let answer = try await ask(call)
            throw ContractViolation(sent: "\(call.operation)", came: "\(answer)", due: "an error")
        } catch let error as ProviderError {
            return error
        }
    }

    /// Creates a payment.
    func create(_ order: PaymentOrder) async throws -> any ProviderIntent {
        try await intent(.create(order))
    }

    /// Creates a payment, and says what the provider calls it.
    func created(_ order: PaymentOrder) async throws -> SamplePayment {
        SamplePayment(order: order, providerPaymentID: try await name(create(order)))
    }

    /// Asks about a payment.
    func query(_ payment: SamplePayment) async throws -> any ProviderIntent {
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
    func list() async throws -> [any ProviderIntent] {
        var all: [any ProviderIntent] = []
        for page in 1...1000 {
            guard case .page(let intents, let hasMore) = try await ask(.list(page: page)) else {
                throw ContractViolation(sent: "page \(page) of the list", came: "no page", due: "a page")
            }
            all += intents
            if !hasMore { return all }
        }
        throw ContractViolation(sent: "1000 pages", came: "yet another one", due: "an end")
    }

    /// The provider's name in an intent.
    func name(_ intent: any ProviderIntent) throws -> String {
        guard let id = intent.providerPaymentID else {
            throw ContractViolation(sent: "a creation", came: "an intent without a name", due: "the provider's name")
        }
        return id
    }

    private func intent(_ call: ProviderCall) async throws -> any ProviderIntent {
        guard case .intent(let intent) = try await ask(call) else {
            throw ContractViolation(sent: "\(call.operation)", came: "no intent", due: "an intent")
        }
        return intent
    }
}

extension ProviderAdapter {
    /// Reads an answer, without the type of the adapter.
    fileprivate func read(
        _ response: ProviderResponse,
        to call: ProviderCall
    ) throws(ProviderError) -> Conversation.Answer {
        switch try reply(in: response, to: call) {
        case .intent(let intent): .intent(intent)
        case .page(let intents, let hasMore): .page(intents, hasMore: hasMore)
        case .balance(let balance): .balance(balance)
        }
    }
}
