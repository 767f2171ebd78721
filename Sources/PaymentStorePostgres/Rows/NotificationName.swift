import PaymentIntents

/// The id of a notification in its parts, so that no row has to hold it: `msg_`, the payment's id without its prefix, `_`,
/// and the line of its history.
struct NotificationName {
    /// The payment.
    let paymentID: PaymentID

    /// The line of its history.
    let sequence: Int

    /// What a statement finds the notification by: `$1` to `$3`.
    ///
    /// - Parameter environment: The environment of its payment.
    /// - Returns: The values.
    func values(in environment: PaymentEnvironment) -> [Value] {
        [.name(environment), .text(paymentID.rawValue), .integer(Int64(sequence))]
    }

    /// The payment's number, of the first two of ``values(in:)``.
    static let payment = "(SELECT number FROM payment WHERE environment = $1 AND id = $2)"

    /// Puts a name together.
    ///
    /// - Parameters:
    ///   - paymentID: The payment.
    ///   - sequence: The line of its history.
    init(paymentID: PaymentID, sequence: Int) {
        self.paymentID = paymentID
        self.sequence = sequence
    }

    /// Takes an id apart; `nil` when it is not one of ours.
    ///
    /// - Parameter id: The id.
    init?(_ id: String) {
        let parts = id.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "msg", let paymentID = PaymentID("pay_\(parts[1])"),
            let sequence = Int(parts[2]), sequence >= 0, parts[2] == "\(sequence)"
        else { return nil }
        self.paymentID = paymentID
        self.sequence = sequence
    }

    /// The id.
    var text: String { "msg_\(paymentID.rawValue.dropFirst(4))_\(sequence)" }
}
