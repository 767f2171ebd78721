import PaymentIntents

/// What an adapter made of an answer.
enum ReplyOutcome: Hashable {
    case intent(SeenIntent)
    case page([SeenIntent], hasMore: Bool)
    case balance(AccountBalance)
    case failed(ProviderError)

    init(of response: ProviderResponse, to call: ProviderCall, at adapter: some ProviderAdapter) {
        do throws(ProviderError) {
            switch try adapter.reply(in: response, to: call) {
            case .intent(let intent): self = .intent(SeenIntent(intent))
            case .page(let intents, let hasMore): self = .page(intents.map { SeenIntent($0) }, hasMore: hasMore)
            case .balance(let balance): self = .balance(balance)
            }
        } catch {
            self = .failed(error)
        }
    }

    var intent: SeenIntent? {
        guard case .intent(let intent) = self else { return nil }
        return intent
    }

    var error: ProviderError? {
        guard case .failed(let error) = self else { return nil }
        return error
    }

    var isUnreadable: Bool { error?.code == .unreadable }
}

extension ReplyOutcome: CustomStringConvertible {
    var description: String {
        switch self {
        case .intent(let intent): "\(intent)"
        case .page(let intents, let hasMore): "\(intents.count) payments, more: \(hasMore)"
        case .balance(let balance): "a balance of \(balance.available.map { "\($0)" } ?? "no known amount")"
        case .failed(let error): "error \(error)"
        }
    }
}
