/// What one transaction writes about a payment: the payment, a line of its history, and what the merchant is told.
public struct PaymentChange: Sendable, Hashable {
    /// The payment as it is now.
    public var payment: Payment

    /// The new line of its history, if there is one.
    public var entry: HistoryEntry?

    /// What the merchant is told, if anything.
    public var notification: PaymentNotification?

    /// Whether a new fact came in; false for what is only a repetition.
    public var isNews: Bool
}

extension PaymentChange {
    /// Collects a change.
    ///
    /// - Parameters:
    ///   - payment: The payment as it is now.
    ///   - entry: The new line of its history.
    ///   - notification: What the merchant is told.
    ///   - isNews: Whether a new fact came in.
    public init(
        _ payment: Payment,
        entry: HistoryEntry? = nil,
        notification: PaymentNotification? = nil,
        isNews: Bool = false
    ) {
        self.init(payment: payment, entry: entry, notification: notification, isNews: isNews)
    }
}
