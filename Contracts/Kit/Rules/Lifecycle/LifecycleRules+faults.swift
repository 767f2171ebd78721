import PaymentIntents

/// With a far end that misbehaves.
extension LifecycleRules {
    static let faults: [AdapterRule] = [duplicates, reordered, contradiction, wrongAmount, wrongSignature]

    static let duplicates = AdapterRule(
        "lifecycle.duplicates",
        "Every provider sends a callback again when our answer is lost; the second one says the same and does nothing."
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            try await conversation.farEnd.arm(.duplicate)
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
            let outcomes = try await conversation.outcomes()
            try require(
                outcomes.count > 1 && Set(outcomes).count == 1,
                sent: "one callback, twice",
                came: outcomes.map(\.description).joined(separator: "; "),
                due: "the same, twice"
            )
            let course = try await conversation.course(of: payment)
            try require(
                course.announced == [.succeeded],
                sent: "one success, twice",
                came: "\(course)",
                due: "a success, told once"
            )
        }
    }

    static let reordered = AdapterRule(
        "lifecycle.reordered",
        "Callbacks overtake each other; the payment ends as it would have if they had not.",
        needs: .rejections
    ) { subject in
        try await subject.conversing { conversation in
            try await conversation.farEnd.arm(.contradict)
            let inOrder = try await ending(of: subject.order(1), conversation)
            try await conversation.farEnd.arm(.reorder)
            let reordered = try await ending(of: subject.order(2), conversation)
            try require(
                inOrder.claims.count == 2 && inOrder.claims == reordered.claims.reversed()
                    && inOrder.course.status == reordered.course.status,
                sent: "a success and a rejection, and another pair in the other order",
                came: "\(inOrder.claims): \(inOrder.course); \(reordered.claims): \(reordered.course)",
                due: "the same two claims the other way round, and one status"
            )
        }
    }

    static let contradiction = AdapterRule(
        "lifecycle.contradiction",
        "A provider that says both yes and no is asked by a person; neither answer may win by itself.",
        needs: .rejections
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            try await conversation.farEnd.arm(.contradict)
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
            let course = try await conversation.course(of: payment)
            try require(
                course.status == .conflicted && course.successes <= 1,
                sent: "a success and a rejection of the same payment",
                came: "\(course)",
                due: "conflicted, a success told once at most"
            )
        }
    }

    static let wrongAmount = AdapterRule(
        "lifecycle.wrong-amount",
        "A success of another amount is money for something else; the adapter reports it and does not repeat ours."
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            try await conversation.farEnd.arm(.wrongAmount)
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
            let evidence = try await conversation.evidence()
            let course = Course(of: evidence, about: payment)
            try require(
                course.status == .requiresReview
                    && evidence.allSatisfy { $0.claim == .succeeded && $0.amount.isOther(than: payment.order.amount) },
                sent: "an authentic success of another amount",
                came: "\(evidence.map(\.amount)): \(course)",
                due: "a success of that amount, which ends in review"
            )
        }
    }

    static let wrongSignature = AdapterRule(
        "lifecycle.wrong-signature",
        "What is signed wrongly was not sent by the provider, however well all else fits."
    ) { subject in
        try await subject.conversing { conversation in
            let payment = try await conversation.created(subject.order(1))
            try await conversation.farEnd.arm(.wrongSignature)
            try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
            let outcomes = try await conversation.outcomes()
            try require(
                !outcomes.isEmpty && outcomes.allSatisfy(\.isRefused),
                sent: "callbacks that are signed wrongly",
                came: outcomes.map(\.description).joined(separator: "; "),
                due: "refused, all of them"
            )
        }
    }

    /// What a payment comes to of which a success and a rejection are told.
    private static func ending(
        of order: PaymentOrder,
        _ conversation: Conversation
    ) async throws -> (claims: [Claim], course: Course) {
        let payment = try await conversation.created(order)
        let before = try await conversation.farEnd.callbacks().count
        try await conversation.farEnd.settle(payment.providerPaymentID, as: .succeeded)
        let evidence = Array(try await conversation.evidence().dropFirst(before))
        return (evidence.map(\.claim), Course(of: evidence, about: payment))
    }
}

extension StatedAmount {
    /// Whether this is an amount, and not that one.
    fileprivate func isOther(than money: Money) -> Bool {
        guard case .money(let stated) = self else { return false }
        return stated != money
    }
}
