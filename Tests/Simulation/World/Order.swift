import PaymentGateway
import PaymentIntents

/// Something that the merchant wants, under one idempotency key, and what it was told about it.
struct Order {
    let number: Int
    let request: PaymentRequest

    /// The payment, as far as the merchant knows.
    var paymentID: PaymentID?
    /// Whether the merchant was told that the provider said no.
    var isRefused = false
    /// How many requests have no answer so far.
    var inFlight = 0
}
