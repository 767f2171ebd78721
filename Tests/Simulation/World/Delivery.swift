import PaymentIntents

/// A callback that was handed to an engine.
struct Delivery {
    enum Origin: String {
        /// The provider's, signed with a key that the engine knows.
        case genuine
        /// The provider's, signed with a key that the engine does not know.
        case foreignKey
        /// Nobody's.
        case forged
        /// Authentic for another account than the payment's.
        case stray
    }

    let number: Int
    let engine: Int
    let account: String
    let callback: Callback
    let origin: Origin
    /// The payment's name at the provider, and what is said.
    let paymentID: String
    let event: String
    /// The queued callback that it came from.
    let source: QueuedCallback?
    /// Whether it was answered 200.
    var isAcknowledged = false
}
