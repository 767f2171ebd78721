import PaymentIntents

/// What a provider answered, without the type of its adapter.
enum ProviderAnswer: Sendable {
    case intent(any ProviderIntent)
    case page([any ProviderIntent], hasMore: Bool)
    case balance(AccountBalance)
}

extension ProviderAdapter {
    /// Reads a response as ``ProviderAdapter/reply(in:to:)`` does, without the type of the adapter.
    func answer(in response: ProviderResponse, to call: ProviderCall) throws(ProviderError) -> ProviderAnswer {
        switch try reply(in: response, to: call) {
        case .intent(let intent): .intent(intent)
        case .page(let intents, let hasMore): .page(intents, hasMore: hasMore)
        case .balance(let balance): .balance(balance)
        }
    }
}
