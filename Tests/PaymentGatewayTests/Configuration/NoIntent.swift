import Foundation
import PaymentIntents

/// An intent that nobody can make: configuration never gets as far as a payment.
enum NoIntent: ProviderIntent {
    var id: String { switch self {} }
    var kind: PaymentKind { switch self {} }
    var amount: Money { switch self {} }
    var reference: String { switch self {} }
    var account: AccountName { switch self {} }
    var providerPaymentID: String? { switch self {} }
    var method: PaymentMethod? { switch self {} }
    var nextAction: NextAction { switch self {} }
    var expiresAt: Date? { switch self {} }
    var createdAt: Date? { switch self {} }
    var claim: Claim { switch self {} }
    var rawStatus: String { switch self {} }
    var statedAmount: StatedAmount { switch self {} }
    var transactionID: String? { switch self {} }
}
