import Foundation
import PaymentIntents
import StrictJSON

/// The JSON body of a notification.
enum NotificationDocument {
    /// Tells of a change.
    ///
    /// - Parameters:
    ///   - status: The status it changed to.
    ///   - payment: The payment as it is at that change.
    ///   - now: When it changed.
    /// - Returns: The JSON text.
    static func json(of status: PaymentStatus, payment: Payment, at now: Date) -> String {
        var object = JSONObjectWriter()
        object.write("type", "payment." + (status == .requiresReview ? "requires_review" : status.rawValue))
        object.write("timestamp", JSONTime.text(now))
        object.write("data") { data in
            data.write("sequence", number: String(payment.sequence))
            data.write("payment") { PaymentDocument.write(payment, to: &$0) }
        }
        return object.text
    }
}
