import Foundation
import PaymentIntents

/// Everything that can be seen of an adapter's intent, so that intents of any type can be compared.
struct SeenIntent: Hashable {
    /// What an answer to a query says by it.
    let evidence: Evidence

    let kind: PaymentKind
    let reference: String
    let providerPaymentID: String?
    let amount: Money
    let method: PaymentMethod?
    let nextAction: NextAction
    let account: AccountName
    let expiresAt: Date?
    let createdAt: Date?

    init(_ intent: some ProviderIntent) {
        evidence = intent.evidence(from: .query)
        kind = intent.kind
        reference = intent.reference
        providerPaymentID = intent.providerPaymentID
        amount = intent.amount
        method = intent.method
        nextAction = intent.nextAction
        account = intent.account
        expiresAt = intent.expiresAt
        createdAt = intent.createdAt
    }

    var claim: Claim { evidence.claim }

    /// What the intent is worth beside what was asked for.
    func claim(against payment: SamplePayment) -> Claim { evidence.assessed(against: payment.terms).claim }
}

extension SeenIntent: CustomStringConvertible {
    var description: String {
        let id = evidence.providerPaymentID ?? "no id"
        let reference = evidence.reference ?? "no reference"
        return
            "\(evidence.claim.rawValue) (\(evidence.rawStatus.debugDescription)), \(evidence.amount), \(id), \(reference)"
    }
}
