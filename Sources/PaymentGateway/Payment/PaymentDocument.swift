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
        Self.write(payment, to: &object)
        self.object = object
    }

    /// Writes the members of a payment into an object.
    static func write(_ payment: Payment, to object: inout JSONObjectWriter) {
        object.write("id", payment.id.rawValue)
        object.write("kind", payment.kind.rawValue)
        object.write("status", payment.status.rawValue)
        object.write("late", payment.lifecycle.isLate)
        object.write("amount") { write(payment.amount, to: &$0) }
        object.write("reference", payment.reference)
        object.write("provider", payment.account.rawValue)
        object.write("adapter", payment.adapter)
        object.write("providerPaymentID", orNull: payment.providerPaymentID)
        object.write("transactionID", orNull: payment.transactionID)
        object.write("method", orNull: payment.method?.rawValue)
        object.write("nextAction") { write(payment.nextAction, to: &$0) }
        object.write("creation", payment.creation.rawValue)
        object.write("expiresAt", orNull: payment.expiresAt.map(JSONTime.text))
        object.write("createdAt", JSONTime.text(payment.recordedAt))
        object.write("updatedAt", JSONTime.text(payment.updatedAt))
        object.write("environment", payment.environment.rawValue)
    }

    /// An amount as all JSON of ours shows it.
    ///
    /// - Parameter money: The amount.
    /// - Returns: `{"value":"500.00","currency":"BDT"}`.
    public static func object(of money: Money) -> JSONObjectWriter {
        var object = JSONObjectWriter()
        write(money, to: &object)
        return object
    }

    private static func write(_ money: Money, to object: inout JSONObjectWriter) {
        object.write("value", money.decimalText)
        object.write("currency", money.currency.code)
    }

    private static func write(_ action: NextAction, to object: inout JSONObjectWriter) {
        switch action {
        case .none:
            object.write("type", "none")
        case .redirect(let url):
            object.write("type", "redirect")
            object.write("url", url.text)
        case .instructions(let instructions):
            object.write("type", "instructions")
            object.write("receiver", instructions.receiver.digits)
            object.write("amount") { write(instructions.amount, to: &$0) }
            object.write("reference", orNull: instructions.reference)
        }
    }
}
