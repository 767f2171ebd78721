import PaymentIntents
import StrictJSON

/// A creation as it stands in a message.
struct SentCreation {
    let account: Message.Destination
    let reference: String
    let isWithdrawal: Bool
    /// The idempotency key, where the provider takes one.
    let key: String?

    /// The direction and the reference: what is unique among our payments.
    var name: String { "\(isWithdrawal ? "withdrawal" : "deposit") \(reference)" }

    init?(_ message: Message) {
        guard message.isCreation, let body = try? JSONDocument(message.request.body).root,
            let reference = body["customerReference"]?.string ?? body["merchant_payment_id"]?.string
        else { return nil }
        account = message.destination
        self.reference = reference
        isWithdrawal = message.isWithdrawal
        key = body["idempotencyKey"]?.string
    }
}
