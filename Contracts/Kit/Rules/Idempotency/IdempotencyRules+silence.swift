import PaymentIntents

/// A creation that was taken, and never answered.
extension IdempotencyRules {
    static let afterSilence = AdapterRule(
        "idempotency.after-silence",
        "The same creation, sent again into the dark, gives the payment that is there.",
        needs: .repeatableCreation
    ) { subject in
        try await subject.conversing { conversation in
            let order = try subject.order(1)
            try await conversation.loseAnswer(to: order)
            let payment = try await conversation.created(order)
            let count = try await conversation.farEnd.paymentCount()
            try require(count == 1, sent: "an order to silence, and again", came: "\(count) payments", due: "one")
            guard subject.capabilities.operations.contains(.query) else { return }
            let found = try await conversation.query(payment)
            try require(
                found.reference == order.reference && found.providerPaymentID == payment.providerPaymentID,
                sent: "an order to silence, and again, and a query by the name that came",
                came: "\(payment.providerPaymentID) is \(found.reference)",
                due: "it is \(order.reference)"
            )
        }
    }

    static let oneAfterSilence = AdapterRule(
        "idempotency.one-after-silence",
        "Whoever sends again what the adapter declares repeatable must not pay twice, withdrawals least of all."
    ) { subject in
        for kind in subject.kinds {
            try await subject.conversing { conversation in
                let order = try subject.order(1, kind)
                try await conversation.loseAnswer(to: order)
                // What the engine does: once more where that is safe, and else never.
                if conversation.adapter.capabilities.isCreationIdempotent { _ = try await conversation.create(order) }
                let count = try await conversation.farEnd.paymentCount()
                try require(
                    count == 1,
                    sent: "a \(kind.rawValue) to silence, and again if that is declared to be safe",
                    came: "\(count) payments",
                    due: "one"
                )
            }
        }
    }

    static let foundInList = AdapterRule(
        "idempotency.found-in-list",
        "A payment whose name was lost with the answer is found by its reference among all others, whatever became of it "
            + "before anybody looked.",
        needs: .list
    ) { subject in
        for kind in subject.kinds {
            try await subject.conversing { conversation in
                _ = try await conversation.create(subject.order(1, kind))
                let order = try subject.order(2, kind)
                try await conversation.loseAnswer(to: order)
                _ = try await conversation.create(subject.order(3, kind))
                try await askAbout(try await conversation.listed(order, as: .pending), order, conversation)
                for (number, claim) in Claim.allCases.filter(conversation.farEnd.claims.contains).enumerated() {
                    let order = try subject.order(number + 4, kind)
                    try await conversation.loseAnswer(to: order)
                    let name = try conversation.name(try await conversation.listed(order, as: .pending))
                    try await conversation.farEnd.settle(name, as: claim)
                    _ = try await conversation.listed(order, as: claim)
                }
            }
        }
    }

    private static func askAbout(
        _ listed: SeenIntent,
        _ order: PaymentOrder,
        _ conversation: Conversation
    ) async throws {
        guard conversation.adapter.capabilities.operations.contains(.query) else { return }
        let payment = SamplePayment(order: order, providerPaymentID: try conversation.name(listed))
        let (claim, discrepancies) = try await conversation.query(payment).evidence.assessed(against: payment.terms)
        try require(
            claim == .pending,
            sent: "a query by the name that the list gave",
            came: "\(claim.rawValue), differing in \(discrepancies.map(\.rawValue))",
            due: "the payment that was lost, pending"
        )
    }
}

extension Conversation {
    /// The payment of an order, as the list has it.
    ///
    /// - Throws: ``ContractViolation`` when there is none, or more than one, or it says something else.
    fileprivate func listed(_ order: PaymentOrder, as claim: Claim) async throws -> SeenIntent {
        let found = try await list().filter { $0.reference == order.reference }
        guard found.count == 1, let intent = found.first, intent.amount == order.amount, intent.claim == claim else {
            throw ContractViolation(
                sent: "a list that holds \(order.reference), which is \(claim.rawValue)",
                came: found.isEmpty ? "none" : found.map(\.description).joined(separator: "; "),
                due: "one, \(claim.rawValue), of \(order.amount)"
            )
        }
        return intent
    }
}
