/// How a customer pays from a wallet app without a hosted page.
public struct PaymentInstructions: Sendable, Hashable {
    /// The wallet number to send the money to.
    public var receiver: MSISDN

    /// The exact amount to send.
    public var amount: Money

    /// What the customer types into the wallet's reference field.
    public var reference: String?

    /// Collects the instructions.
    ///
    /// - Parameters:
    ///   - receiver: The wallet number to send the money to.
    ///   - amount: The exact amount to send.
    ///   - reference: What the customer types into the wallet's reference field.
    public init(receiver: MSISDN, amount: Money, reference: String?) {
        self.receiver = receiver
        self.amount = amount
        self.reference = reference
    }
}
