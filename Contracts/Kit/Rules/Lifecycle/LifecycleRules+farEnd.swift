import PaymentIntents

/// With the far end: payments from their creation to their end.
extension LifecycleRules {
    static let sourcesAgree = AdapterRule(
        "lifecycle.sources-agree",
        "Creation, callback and query speak of one payment; where they disagree, one of them is misread.",
        needs: .query
    ) { subject in
        try await subject.conversing { conversation in
            for (order, claim) in try conversation.outcomesAtFarEnd(of: subject) {
                let created = try await conversation.create(order)
                let payment = SamplePayment(order: order, providerPaymentID: try conversation.name(created))
                let kind = order.kind.rawValue
                try agree(created.evidence, .pending, payment, "the answer to the creation of a \(kind)")

                let before = try await conversation.farEnd.callbacks().count
                try await conversation.farEnd.settle(payment.providerPaymentID, as: claim)
                let answer = try await conversation.query(payment)
                try agree(answer.evidence, claim, payment, "the answer to the query of a \(kind)")
                for evidence in try await conversation.evidence().dropFirst(before) {
                    try agree(evidence, claim, payment, "the callback of a \(kind)")
                }
            }
        }
    }

    static let lateSuccess = AdapterRule(
        "lifecycle.late-success",
        "Money that arrives after the time to pay is still money: the merchant is told, and told that it is late.",
        needs: .expiry
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .expired)
            let expired = try await conversation.course(of: payment)
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
            let course = try await conversation.course(of: payment)
            try require(
                expired.status == .expired && course.status == .succeeded && course.lifecycle.isLate
                    && course.successes == 1,
                sent: "an expiry, then a success",
                came: "\(expired), then \(course)",
                due: "expired, then succeeded and late"
            )
        }
    }

    static let expiryByQuery = AdapterRule(
        "lifecycle.expiry-by-query",
        "The callback of an expiry may be lost; whoever asks afterwards must see it.",
        needs: .expiryInQueries
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            let before = try await conversation.query(payment).claim
            try await conversation.farEnd.advance(by: .seconds(7 * 86_400))
            let after = try await conversation.query(payment).claim
            try require(
                before == .pending && after == .expired,
                sent: "a query at once, and one a week later",
                came: "\(before.rawValue), then \(after.rawValue)",
                due: "pending, then expired"
            )
        }
    }

    static let queryOnly = AdapterRule(
        "lifecycle.query-only",
        "The engine asks for what no callback brings; a claim that is declared wrongly is never asked for."
    ) { subject in
        try await subject.conversing { conversation in
            let declared = conversation.adapter.capabilities.claimsByQueryOnly
            for (order, claim) in try conversation.outcomesAtFarEnd(of: subject) {
                let payment = try await conversation.created(order)
                let before = try await conversation.farEnd.callbacks().count
                try await conversation.farEnd.settle(payment.providerPaymentID, as: claim)
                let brought = try await conversation.evidence().dropFirst(before).contains { $0.claim == claim }
                try require(
                    brought != declared.contains(ClaimSet(claim)),
                    sent: "a \(order.kind.rawValue) that became \(claim.rawValue)",
                    came: brought ? "a callback that says so" : "no callback that says so",
                    due: brought ? "none, since only a query is declared to tell" : "a callback, or a declaration"
                )
            }
        }
    }

    private static func agree(
        _ evidence: Evidence,
        _ claim: Claim,
        _ payment: SamplePayment,
        _ source: String
    ) throws(ContractViolation) {
        let discrepancies = evidence.assessed(against: payment.terms).discrepancies
        let namesPayment = evidence.reference != nil || evidence.providerPaymentID != nil
        try require(
            evidence.claim == claim && discrepancies.isEmpty && namesPayment,
            sent: source,
            came: "\(evidence.claim.rawValue), differing in \(discrepancies.map(\.rawValue))",
            due: "\(claim.rawValue), and the payment as it was ordered"
        )
    }
}

extension Conversation {
    /// An order in each direction for each claim that can be brought about, in an order that is the same in every run.
    fileprivate func outcomesAtFarEnd(
        of subject: any AdapterSubject
    ) throws(ContractViolation) -> [(order: PaymentOrder, claim: Claim)] {
        let claims = Claim.allCases.filter(farEnd.claims.contains)
        try require(
            claims.contains(.succeeded),
            sent: "what the far end brings about",
            came: "\(claims.map(\.rawValue))",
            due: "a success among it"
        )
        var outcomes: [(order: PaymentOrder, claim: Claim)] = []
        for kind in subject.kinds {
            for claim in claims { outcomes.append((try subject.order(outcomes.count + 1, kind), claim)) }
        }
        return outcomes
    }
}
