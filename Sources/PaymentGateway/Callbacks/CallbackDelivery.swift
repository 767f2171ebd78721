public import Foundation
public import PaymentIntents

/// One authentic callback on its way into the store: what arrived, and what it means.
///
/// A class, as it changes hands between threads several times and never changes: only a reference is handed on.
public final class CallbackDelivery: Sendable {
    /// What the callback means for the store.
    public enum Meaning: Sendable, Hashable {
        /// Fold it into the payment that it names.
        case evidence(Evidence, trust: CallbackTrust)

        /// Ask the provider about the payment that it names. What it says stands beside it when it was signed.
        case hint(PaymentLookup, says: Evidence?, trust: CallbackTrust)

        /// Keep it; there is nothing to do.
        case keep(InboxState, note: String)
    }

    /// The account that it came to.
    public let account: AccountName

    /// The request.
    public let callback: Callback

    /// The SHA-256 of the body in hexadecimal. The same body twice on one account is the same callback.
    public let bodyHash: String

    /// When it arrived.
    public let receivedAt: Date

    /// What it means.
    public let meaning: Meaning

    /// The headers as the inbox keeps them: written here, as stores take deliveries one after the other.
    package let headerText: String

    /// Collects a delivery.
    ///
    /// - Parameters:
    ///   - account: The account that it came to.
    ///   - callback: The request.
    ///   - bodyHash: The SHA-256 of the body in hexadecimal.
    ///   - receivedAt: When it arrived.
    ///   - meaning: What it means.
    public init(
        account: AccountName,
        callback: Callback,
        bodyHash: String,
        receivedAt: Date,
        meaning: Meaning
    ) {
        self.account = account
        self.callback = callback
        self.bodyHash = bodyHash
        self.receivedAt = receivedAt
        self.meaning = meaning
        headerText = HeaderDocument.text(of: callback.headers)
    }
}
