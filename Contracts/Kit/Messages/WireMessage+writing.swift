public import PaymentIntents

extension WireMessage {
    /// The message about a payment, saying one of the documented words.
    ///
    /// - Parameters:
    ///   - word: What happened, in the provider's word; the sample's when not given.
    ///   - payment: The payment.
    ///   - environment: The environment that it names, where it names one.
    /// - Returns: The message.
    public func message(
        _ word: String? = nil,
        about payment: SamplePayment,
        in environment: PaymentEnvironment = .sandbox
    ) -> MessageJSON {
        var message = sample
        let texts: [WireField: String?] = [
            .status: word,
            .providerPaymentID: payment.providerPaymentID,
            .reference: payment.order.reference,
            .kind: kinds[payment.order.kind],
            .environment: environments[environment],
            .currency: payment.order.amount.currency.code,
        ]
        for (field, text) in texts {
            guard let path = fields[field], let text else { continue }
            message = message.setting(path, to: .string(text))
        }
        return saying(payment.order.amount, in: message)
    }

    /// A message with another amount, written the way the sample writes its own: as text or number, whole or not.
    ///
    /// - Parameters:
    ///   - amount: The amount.
    ///   - message: The message to change.
    /// - Returns: The message so changed.
    public func saying(_ amount: Money, in message: MessageJSON) -> MessageJSON {
        guard let path = fields[.amount] else { return message }
        let digits = amountUnit.digits(of: amount)
        switch sample[path] {
        case .number: return message.setting(path, to: .number(digits))
        default: return message.setting(path, to: .string(digits))
        }
    }

    /// The word that claims something; the first in alphabetical order when there are several.
    ///
    /// - Parameter claim: The claim.
    /// - Returns: The word, or `nil` when this message never claims that.
    public func word(for claim: Claim) -> String? {
        claims.filter { $0.value == claim }.keys.min()
    }
}
