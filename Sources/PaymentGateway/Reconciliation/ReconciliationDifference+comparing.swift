import PaymentIntents

extension ReconciliationDifference {
    /// Compares one payment with what its provider shows of it.
    ///
    /// - Parameters:
    ///   - payment: What we have.
    ///   - intent: What the provider shows.
    /// - Returns: What is not the same, the terms first; `nil` when everything is.
    static func between(_ payment: Payment, _ intent: any ProviderIntent) -> ReconciliationDifference? {
        let (claim, discrepancies) = intent.evidence(from: .query).assessed(against: payment.terms)
        if !discrepancies.isEmpty {
            return ReconciliationDifference(
                .terms,
                payment,
                intent,
                ours: payment.amount.description,
                theirs: "\(intent.statedAmount.text), \(intent.rawStatus)",
                explanation: "the provider states another \(discrepancies.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let theirs = Lifecycle.status(of: ClaimSet(claim))
        guard theirs != payment.status else { return nil }
        return ReconciliationDifference(
            .status,
            payment,
            intent,
            ours: payment.status.rawValue,
            explanation: explanation(ours: payment, theirs: theirs)
        )
    }

    private static func explanation(ours payment: Payment, theirs: PaymentStatus) -> String {
        let decided: ClaimSet = [.resolvedAsSucceeded, .resolvedAsRejected]
        if !payment.lifecycle.claims.isDisjoint(with: decided) { return "a person has decided it here" }
        if payment.status == .conflicted { return "the provider has contradicted itself: hold, and ask it" }
        if payment.lifecycle.claims.contains(ClaimSet.succeeded), theirs != .succeeded {
            return "the provider told us of a success and shows something else: hold, and ask it"
        }
        switch theirs {
        case .pending: return "the provider has not closed it"
        default: return "the provider's callback has not come: payments sync \(payment.id)"
        }
    }

    init(
        _ kind: Kind,
        _ payment: Payment? = nil,
        _ intent: (any ProviderIntent)? = nil,
        ours: String? = nil,
        theirs: String? = nil,
        explanation: String
    ) {
        self.init(
            kind: kind,
            paymentID: payment?.id,
            providerPaymentID: payment?.providerPaymentID ?? intent?.providerPaymentID,
            reference: payment?.reference ?? intent?.reference,
            ours: ours,
            theirs: theirs ?? intent?.rawStatus,
            explanation: explanation
        )
    }
}
