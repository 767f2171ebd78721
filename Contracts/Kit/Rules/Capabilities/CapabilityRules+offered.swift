import PaymentIntents

/// What is offered works at the far end.
extension CapabilityRules {
    static let offered: [AdapterRule] = [creation, query, list, balance, methods]

    static let creation = AdapterRule(
        "capabilities.creation",
        "Each declared direction can be taken, and is taken as what it is."
    ) { subject in
        try await subject.conversing { conversation in
            for (number, kind) in subject.kinds.enumerated() {
                let order = try subject.order(number + 1, kind)
                let intent = try await conversation.create(order)
                let count = try await conversation.farEnd.paymentCount()
                try require(
                    intent.kind == kind && intent.amount == order.amount && intent.reference == order.reference
                        && intent.account == conversation.adapter.account && count == number + 1,
                    sent: "a \(kind.rawValue) of \(order.amount), \(order.reference)",
                    came: "a \(intent.kind.rawValue) of \(intent.amount), \(intent.reference), \(count) payments",
                    due: "the same, \(number + 1) payments"
                )
            }
        }
    }

    static let query = AdapterRule(
        "capabilities.query",
        "A query answers about the payment that was asked for, and about no other one.",
        needs: .query
    ) { subject in
        try await subject.conversing { conversation in
            var payments: [SamplePayment] = []
            for (number, kind) in (subject.kinds + subject.kinds).enumerated() {
                payments.append(try await conversation.created(subject.order(number + 1, kind)))
            }
            for payment in payments {
                let (claim, discrepancies) = try await conversation.query(payment).evidence
                    .assessed(against: payment.terms)
                try require(
                    claim == .pending,
                    sent: "a query for \(payment.order.reference)",
                    came: "\(claim.rawValue), differing in \(discrepancies.map(\.rawValue))",
                    due: "that payment, pending"
                )
            }
        }
    }

    static let list = AdapterRule(
        "capabilities.list",
        "All pages together hold every payment once, whatever became of it, and they end; of a long list there are at "
            + "least two.",
        needs: .list
    ) { subject in
        try await subject.conversing { conversation in
            var due: [String] = []
            var names: [String] = []
            while due.count < mostPayments, try await !conversation.list(page: 1).hasMore {
                for _ in 0..<paymentsAtOnce {
                    let order = try subject.order(due.count + 1)
                    names.append(try await conversation.created(order).providerPaymentID)
                    due.append(order.reference)
                }
            }
            try require(
                try await conversation.list(page: 1).hasMore,
                sent: "page 1 of a list of \(due.count) payments",
                came: "no more pages",
                due: "a second page"
            )
            // The oldest of all, so that they stand on another page than the newest.
            for (name, claim) in zip(names, Claim.allCases.filter(conversation.farEnd.claims.contains)) {
                try await conversation.farEnd.settle(name, as: claim)
            }
            let came = try await conversation.list().map(\.reference).sorted()
            due.sort()
            try require(
                came == due,
                sent: "\(due.count) payments, one of them with each outcome",
                came: "\(came.count), \(Set(due).subtracting(came).count) of them missing",
                due: "each of them once"
            )
        }
    }

    /// A provider that shows more payments than this on one page is not known.
    private static let mostPayments = 500

    private static let paymentsAtOnce = 20

    static let balance = AdapterRule(
        "capabilities.balance",
        "A balance that is declared can be had.",
        needs: .balance
    ) { subject in
        try await subject.conversing { conversation in
            let outcome = try await conversation.ask(.balance)
            guard case .balance(let balance) = outcome else {
                throw ContractViolation(sent: "the question for the balance", came: "\(outcome)", due: "a balance")
            }
            let currency = balance.available?.currency
            try require(
                currency.map(subject.capabilities.currencies.contains) == true,
                sent: "the question for the balance of an account with money",
                came: "\(balance)",
                due: "money in a declared currency"
            )
        }
    }

    static let methods = AdapterRule(
        "capabilities.methods",
        "The wallet that the customer chose is the wallet that the provider is told.",
        needs: .namedMethods
    ) { subject in
        try await subject.conversing { conversation in
            let methods = (subject.capabilities.methods ?? []).sorted { $0.rawValue < $1.rawValue }
            for (number, method) in methods.enumerated() {
                for (turn, kind) in subject.kinds.enumerated() {
                    var order = try subject.order(number * subject.kinds.count + turn + 1, kind)
                    order.method = method
                    let intent = try await conversation.create(order)
                    var answers = [intent]
                    if subject.capabilities.operations.contains(.query) {
                        let payment = SamplePayment(order: order, providerPaymentID: try conversation.name(intent))
                        answers.append(try await conversation.query(payment))
                    }
                    // An answer need not name the wallet.
                    for came in answers.compactMap(\.method) {
                        try require(
                            came == method,
                            sent: "a \(kind.rawValue) through \(method)",
                            came: came.rawValue,
                            due: "\(method), or no wallet"
                        )
                    }
                }
            }
        }
    }
}
