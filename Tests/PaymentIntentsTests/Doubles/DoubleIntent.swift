import Foundation
import PaymentIntents

/// A provider's payment of which only the parts that evidence takes can be chosen.
struct DoubleIntent: ProviderIntent {
    let account: AccountName
    let amount: Money
    var claim: Claim
    var statedAmount: StatedAmount
    var id = "provider-1"
    var kind = PaymentKind.deposit
    var rawStatus = "PAID"
    var reference = "ORDER-1"
    var transactionID: String? = "TX1"

    var providerPaymentID: String? { id }
    var method: PaymentMethod? { nil }
    var nextAction: NextAction { .none }
    var expiresAt: Date? { nil }
    var createdAt: Date? { nil }
}
