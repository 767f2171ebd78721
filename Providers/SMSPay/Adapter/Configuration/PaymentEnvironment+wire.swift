import PaymentIntents

/// SMS Pay API, ‘Environments’.
extension PaymentEnvironment {
    /// The name in answers and webhooks.
    var wireName: String {
        switch self {
        case .sandbox: "SANDBOX"
        case .live: "LIVE"
        }
    }

    /// What an API key begins with.
    var keyPrefix: String {
        switch self {
        case .sandbox: "sk_test_"
        case .live: "sk_live_"
        }
    }
}
