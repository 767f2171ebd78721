public import Foundation

/// One deposit or withdrawal, whichever provider carries it.
///
/// The stored payment conforms to this, and so does what each provider sends: an adapter's own type keeps the
/// provider's raw words beside these typed ones. A value is a snapshot; it never changes by itself.
public protocol PaymentIntent: Sendable, Identifiable where ID: Sendable {
    /// Which way the money goes.
    var kind: PaymentKind { get }

    /// The amount that was asked for.
    var amount: Money { get }

    /// What the payment has come to.
    var status: PaymentStatus { get }

    /// The merchant's own name for it: an order number.
    var reference: String { get }

    /// The account it runs through.
    var account: AccountName { get }

    /// The provider's name for it, once there is one.
    var providerPaymentID: String? { get }

    /// The wallet or network, when it is known.
    var method: PaymentMethod? { get }

    /// What the merchant does now.
    var nextAction: NextAction { get }

    /// When the customer can no longer pay.
    var expiresAt: Date? { get }

    /// When it was made, as far as is known.
    var createdAt: Date? { get }
}
