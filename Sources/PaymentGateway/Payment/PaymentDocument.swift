import Foundation
public import PaymentIntents

/// A payment as all JSON of ours shows it. Absent values are `null`, so that every key is always there.
public struct PaymentDocument: Encodable, Sendable {
    private let payment: Payment

    /// Shows a payment.
    ///
    /// - Parameter payment: The payment.
    public init(_ payment: Payment) {
        self.payment = payment
    }

    private enum Key: String, CodingKey {
        case id, kind, status, late, amount, reference, provider, adapter, providerPaymentID, transactionID, method
        case nextAction, creation, expiresAt, createdAt, updatedAt, environment
    }

    /// Writes every key, absent values as `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(payment.id.rawValue, forKey: .id)
        try container.encode(payment.kind.rawValue, forKey: .kind)
        try container.encode(payment.status.rawValue, forKey: .status)
        try container.encode(payment.lifecycle.isLate, forKey: .late)
        try container.encode(AmountDocument(payment.amount), forKey: .amount)
        try container.encode(payment.reference, forKey: .reference)
        try container.encode(payment.account.rawValue, forKey: .provider)
        try container.encode(payment.adapter, forKey: .adapter)
        try container.encode(payment.providerPaymentID, forKey: .providerPaymentID)
        try container.encode(payment.transactionID, forKey: .transactionID)
        try container.encode(payment.method?.rawValue, forKey: .method)
        try container.encode(NextActionDocument(payment.nextAction), forKey: .nextAction)
        try container.encode(payment.creation.rawValue, forKey: .creation)
        try container.encode(payment.expiresAt.map(JSONTime.text), forKey: .expiresAt)
        try container.encode(JSONTime.text(payment.recordedAt), forKey: .createdAt)
        try container.encode(JSONTime.text(payment.updatedAt), forKey: .updatedAt)
        try container.encode(payment.environment.rawValue, forKey: .environment)
    }
}

/// An amount as all JSON of ours shows it.
public struct AmountDocument: Encodable, Sendable {
    let value: String
    let currency: String

    /// Shows an amount.
    ///
    /// - Parameter money: The amount.
    public init(_ money: Money) {
        value = money.decimalText
        currency = money.currency.code
    }
}

/// What the merchant does now, as all JSON of ours shows it.
struct NextActionDocument: Encodable {
    private let action: NextAction

    init(_ action: NextAction) {
        self.action = action
    }

    private enum Key: String, CodingKey {
        case type, url, receiver, amount, reference
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch action {
        case .none:
            try container.encode("none", forKey: .type)
        case .redirect(let url):
            try container.encode("redirect", forKey: .type)
            try container.encode(url.text, forKey: .url)
        case .instructions(let instructions):
            try container.encode("instructions", forKey: .type)
            try container.encode(instructions.receiver.digits, forKey: .receiver)
            try container.encode(AmountDocument(instructions.amount), forKey: .amount)
            try container.encode(instructions.reference, forKey: .reference)
        }
    }
}
