import Foundation
import PaymentIntents

/// The JSON body of a notification.
struct NotificationDocument: Encodable {
    struct Content: Encodable {
        let sequence: Int
        let payment: PaymentDocument
    }

    let type: String
    let timestamp: String
    let data: Content

    init(of status: PaymentStatus, payment: Payment, at now: Date) {
        type = "payment." + (status == .requiresReview ? "requires_review" : status.rawValue)
        timestamp = JSONTime.text(now)
        data = Content(sequence: payment.sequence, payment: PaymentDocument(payment))
    }

    var json: String { JSONText.of(self) }
}
