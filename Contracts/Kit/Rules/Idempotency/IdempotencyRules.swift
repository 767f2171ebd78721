/// One payment at the provider for one payment of ours.
enum IdempotencyRules {
    static let all: [AdapterRule] = []
}
