import PaymentIntents
import StrictJSON

/// ‘Payments’, `status`.
enum WireStatus: String, CaseIterable {
    case waiting, paid, declined, cancelled, lapsed, broken, held

    var claim: Claim {
        switch self {
        case .waiting: .pending
        case .paid: .succeeded
        case .declined: .rejected
        case .cancelled: .cancelled
        case .lapsed: .expired
        case .broken: .failed
        case .held: .review
        }
    }
}

/// ‘Payments’, `direction`.
extension PaymentKind {
    var wireWord: String {
        switch self {
        case .deposit: "in"
        case .withdrawal: "out"
        }
    }

    /// The direction that a JSON string names, byte for byte; `nil` for anything else.
    init?(wire value: JSONValue?) {
        guard let value, let kind = Self.allCases.first(where: { value.equals($0.wireWord) }) else { return nil }
        self = kind
    }
}

/// ‘Keys’.
extension PaymentEnvironment {
    var wireWord: String {
        switch self {
        case .sandbox: "test"
        case .live: "live"
        }
    }

    var keyPrefix: String { "pk_\(wireWord)_" }
}

extension StatedAmount {
    /// ‘Payments’, `amount` and `currency`: whole poisha, never a fraction and never a text.
    init(wire object: JSONValue) {
        guard let amount = object["amount"], !amount.isNull else {
            self = .absent
            return
        }
        guard let currency = object["currency"]?.string.flatMap({ Currency(code: $0) }) else {
            self = .unreadable("currency: missing or unknown")
            return
        }
        // Minus zero is a whole number to JSON, and no amount.
        guard let number = amount.number, !number.hasPrefix("-"),
            let money = amount.integer.flatMap({ Money(minorUnits: $0, currency: currency) })
        else {
            self = .unreadable("amount: not a whole number of poisha")
            return
        }
        self = .money(money)
    }
}
