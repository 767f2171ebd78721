import PaymentIntents

/// The wallets that Pay2Local names, in its spelling.
///
/// Source: Pay2Local API, Create Deposit and All-in-one Method Withdrawal, `bank_type`.
enum BankType: String, Sendable, CaseIterable {
    case nagad = "Nagad"
    case bkash = "Bkash"
    case upay = "Upay"
    case rocket = "Rocket"

    /// The wallet in our words.
    var method: PaymentMethod {
        switch self {
        case .nagad: .nagad
        case .bkash: .bkash
        case .upay: .upay
        case .rocket: .rocket
        }
    }

    /// The wallet in Pay2Local's words, or `nil` when Pay2Local names no such wallet.
    init?(_ method: PaymentMethod) {
        guard let type = Self.allCases.first(where: { $0.method == method }) else { return nil }
        self = type
    }
}
