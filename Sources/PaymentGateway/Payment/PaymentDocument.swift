public import PaymentIntents
public import StrictJSON

/// A payment as all JSON of ours shows it. Absent values are `null`, so that every key is always there.
public struct PaymentDocument: Sendable {
    /// The JSON object.
    public let object: JSONObjectWriter

    /// Shows a payment.
    ///
    /// - Parameter payment: The payment.
    public init(_ payment: Payment) {
        var object = JSONObjectWriter()
        object.write("id", payment.id.rawValue)
        object.write("kind", payment.kind.rawValue)
        object.write("status", payment.status.rawValue)
        object.write("late", payment.lifecycle.isLate)
        object.write("amount", Self.object(of: payment.amount))
        object.write("reference", payment.reference)
        object.write("provider", payment.account.rawValue)
        object.write("adapter", payment.adapter)
        object.write("providerPaymentID", orNull: payment.providerPaymentID)
        object.write("transactionID", orNull: payment.transactionID)
        object.write("method", orNull: payment.method?.rawValue)
        object.write("nextAction", Self.object(of: payment.nextAction))
        object.write("creation", payment.creation.rawValue)
        object.write("expiresAt", orNull: payment.expiresAt.map(JSONTime.text))
        object.write("createdAt", JSONTime.text(payment.recordedAt))
        object.write("updatedAt", JSONTime.text(payment.updatedAt))
        object.write("environment", payment.environment.rawValue)
        self.object = object
    }

    /// An amount as all JSON of ours shows it.
    ///
    /// - Parameter money: The amount.
    /// - Returns: `{"value":"500.00","currency":"BDT"}`.
    public static func object(of money: Money) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        object.write("value", money.decimalText)
        object.write("currency", money.currency.code)
        return object
    }

    private static func object(of action: NextAction) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        switch action {
        case .none:
            object.write("type", "none")
        case .redirect(let url):
            object.write("type", "redirect")
            object.write("url", url.text)
        case .instructions(let instructions):
            object.write("type", "instructions")
            object.write("receiver", instructions.receiver.digits)
            object.write("amount", Self.object(of: instructions.amount))
            object.write("reference", orNull: instructions.reference)
        }
        return object
    }
}
