/// A unique key of the payments of one environment.
enum PaymentKey: CaseIterable {
    /// Our identity for it.
    case id
    /// The kind, and the key that makes the same request the same payment.
    case idempotencyKey
    /// The account, and the provider's name for it.
    case providerPaymentID
    /// The kind, the reference that the provider was given, and the account.
    case providerReference

    /// The query for the payment that has the key.
    var query: String { Self.queries[self] ?? "" }

    private static let queries = Dictionary(
        uniqueKeysWithValues: allCases.map { key in
            (
                key,
                "SELECT \(PaymentRow.columns) FROM \(PaymentRow.tables) WHERE payment.environment = ? AND \(key.condition)"
            )
        }
    )

    private var condition: String {
        switch self {
        case .id: "payment.id = ?"
        case .idempotencyKey: "kind = ? AND idempotency_key = ?"
        case .providerPaymentID: "account = ? AND provider_payment_id = ?"
        case .providerReference: "kind = ? AND provider_reference = ? AND account = ?"
        }
    }
}
