extension Evidence {
    /// Compares the evidence with what was asked for, and says which claim it is worth.
    ///
    /// Every difference turns the claim into ``Claim/review``: somebody paid something, but not this. A success that
    /// names no amount is one of them. The comparison is of bytes and of minor units; nothing is folded or rounded.
    ///
    /// - Parameter terms: What was asked for.
    /// - Returns: The claim to absorb, and every difference found.
    public func assessed(against terms: PaymentTerms) -> (claim: Claim, discrepancies: [Discrepancy]) {
        var discrepancies: [Discrepancy] = []
        switch amount {
        case .money(let money) where money.currency != terms.amount.currency: discrepancies.append(.currency)
        case .money(let money) where money.minorUnits != terms.amount.minorUnits: discrepancies.append(.amount)
        case .money: break
        case .unreadable: discrepancies.append(.currency)
        case .absent where claim == .succeeded: discrepancies.append(.amount)
        case .absent: break
        }
        if let kind, kind != terms.kind { discrepancies.append(.kind) }
        if let reference, !reference.hasSameBytes(as: terms.providerReference) {
            discrepancies.append(.reference)
        }
        if let providerPaymentID, let known = terms.providerPaymentID,
            !providerPaymentID.hasSameBytes(as: known)
        {
            discrepancies.append(.providerPaymentID)
        }
        return (discrepancies.isEmpty ? claim : .review, discrepancies)
    }
}
