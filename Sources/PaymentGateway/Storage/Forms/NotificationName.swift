package import PaymentIntents

/// The id of a notification in its parts, so that no row has to hold it: `msg_`, the payment's id without its prefix, `_`,
/// and the line of its history.
package struct NotificationName {
    /// The payment.
    package let paymentID: PaymentID

    /// The line of its history.
    package let sequence: Int

    /// Puts a name together.
    ///
    /// - Parameters:
    ///   - paymentID: The payment.
    ///   - sequence: The line of its history.
    package init(paymentID: PaymentID, sequence: Int) {
        self.paymentID = paymentID
        self.sequence = sequence
    }

    /// Takes an id apart; `nil` when it is not one of ours.
    ///
    /// - Parameter id: The id.
    package init?(_ id: String) {
        let parts = id.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "msg", let paymentID = PaymentID("pay_\(parts[1])"),
            let sequence = Int(parts[2]), sequence >= 0, parts[2] == "\(sequence)"
        else { return nil }
        self.paymentID = paymentID
        self.sequence = sequence
    }

    /// The id.
    package var text: String { "msg_\(paymentID.rawValue.dropFirst(4))_\(sequence)" }
}
