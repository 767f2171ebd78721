import PaymentGateway
import PaymentIntents

extension NotificationName {
    /// What a statement finds the notification by: `$1` to `$3`.
    ///
    /// - Parameter environment: The environment of its payment.
    /// - Returns: The values.
    func values(in environment: PaymentEnvironment) -> [Value] {
        [.name(environment), .text(paymentID.rawValue), .integer(Int64(sequence))]
    }

    /// The payment's number, of the first two of ``values(in:)``.
    static let payment = "(SELECT number FROM payment WHERE environment = $1 AND id = $2)"
}
