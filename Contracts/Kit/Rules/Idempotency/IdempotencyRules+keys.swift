import PaymentIntents

/// By what a provider knows a creation again.
extension IdempotencyRules {
    static let sentTwice = AdapterRule(
        "idempotency.sent-twice",
        "A customer who presses twice pays once.",
        needs: .repeatableCreation
    ) { subject in
        try await subject.conversing { conversation in
            let order = try subject.order(1)
            let first = try await conversation.create(order)
            let second = try await conversation.create(order)
            let count = try await conversation.farEnd.paymentCount()
            try require(
                count == 1 && first.providerPaymentID == second.providerPaymentID,
                sent: "one order, twice",
                came: "\(count) payments, \(first.providerPaymentID ?? "-") and \(second.providerPaymentID ?? "-")",
                due: "one payment, under one name"
            )
        }
    }

    static let otherBody = AdapterRule(
        "idempotency.key-conflict",
        "A key that was used with another body has a payment behind it, so the answer is no refusal of this one.",
        needs: .repeatableCreation
    ) { subject in
        try await subject.conversing { conversation in
            let order = try subject.order(1)
            var other = order
            other.amount = try subject.order(2).amount
            _ = try await conversation.create(order)
            let error = try await conversation.refusal(of: .create(other))
            let count = try await conversation.farEnd.paymentCount()
            try require(
                error.code == .keyConflict && error.consequence == .unknown && count == 1,
                sent: "one key with two amounts",
                came: "\(error.code.rawValue), \(error.consequence), \(count) payments",
                due: "keyConflict, unknown, one payment"
            )
        }
    }

    static let ownKey = AdapterRule(
        "idempotency.own-key",
        "A reference is unique in its direction only, so each payment has a key of its own: of two with one key, one is "
            + "never made.",
        needs: .repeatableCreation
    ) { subject in
        try await subject.conversing { conversation in
            let orders = try subject.ordersAlike()
            if let path = subject.wire.creationRequest.fields[.idempotencyKey] {
                let keys = try orders.map { try subject.creationBody(of: $0, at: conversation.adapter)[path]?.quoted }
                try require(
                    !keys.contains(nil) && Set(keys).count == keys.count,
                    sent: "payments of one reference and one amount",
                    came: "the keys \(keys.map { $0 ?? "none" })",
                    due: "another one for each"
                )
            }
            var names: Set<String> = []
            for order in orders {
                let outcome = try await conversation.ask(.create(order))
                let isNew = try outcome.intent.map { names.insert(try conversation.name($0)).inserted } ?? false
                // The provider may take a reference only once.
                let isRefused = !names.isEmpty && outcome.error?.consequence == .refused
                let count = try await conversation.farEnd.paymentCount()
                try require(
                    (isNew || isRefused) && count == names.count,
                    sent: "another \(order.kind.rawValue) of the same reference and amount",
                    came: "\(outcome), \(count) payments",
                    due: "another payment, or refused"
                )
            }
        }
    }

    static let sameBytes = AdapterRule(
        "idempotency.same-bytes",
        "A creation that is sent again after an error is the same one, byte for byte; a new key is a new payment."
    ) { subject in
        try await subject.conversing { conversation in
            let order = try subject.order(1)
            let call = ProviderCall.create(order)
            let due = try conversation.adapter.written(call)
            for fault in [FarEndFault.rateLimit, .serverError] {
                try await conversation.farEnd.arm(fault)
                _ = try await conversation.refusal(of: call)
                try same(conversation.adapter, call, due, after: fault.rawValue)
            }
            try await conversation.loseAnswer(to: order)
            try same(conversation.adapter, call, due, after: "silence")
            guard conversation.adapter.capabilities.isCreationIdempotent else { return }
            var other = order
            other.amount = try subject.order(2).amount
            let changed = try conversation.adapter.written(.create(other))
            _ = try await conversation.refusal(of: .create(other))
            try same(conversation.adapter, .create(other), changed, after: "a conflict of keys")
        }
    }

    static let twoOrders = AdapterRule(
        "idempotency.two-orders",
        "Two orders are two payments, however alike they are."
    ) { subject in
        try await subject.conversing { conversation in
            let first = try subject.order(1)
            var second = try subject.order(2)
            second.amount = first.amount
            let one = try await conversation.create(first)
            let two = try await conversation.create(second)
            let count = try await conversation.farEnd.paymentCount()
            try require(
                count == 2 && one.providerPaymentID != two.providerPaymentID,
                sent: "two orders of one amount",
                came: "\(count) payments, \(one.providerPaymentID ?? "-") and \(two.providerPaymentID ?? "-")",
                due: "two payments, under two names"
            )
        }
    }

    static let namesPayment = AdapterRule(
        "idempotency.names-payment",
        "A creation whose answer is lost is found again by what it carried: our id or our reference."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for kind in subject.kinds {
            let order = try subject.order(1, kind)
            let body = String(decoding: try adapter.written(.create(order)).body, as: UTF8.self)
            try require(
                body.contains(order.paymentID.rawValue) || body.contains(order.reference),
                sent: "the order \(order.reference) of \(order.paymentID)",
                came: body,
                due: "one of the two in the body"
            )
        }
    }

    private static func same(
        _ adapter: any ProviderAdapter,
        _ call: ProviderCall,
        _ due: ProviderRequest,
        after event: String
    ) throws {
        let came = try adapter.written(call)
        try require(
            came == due,
            sent: "the same creation, after \(event)",
            came: "\(came): \(String(decoding: came.body, as: UTF8.self))",
            due: "\(due): \(String(decoding: due.body, as: UTF8.self))"
        )
    }
}

extension AdapterSubject {
    /// Two payments in each direction that have one reference and one amount, and nothing but their ids apart.
    fileprivate func ordersAlike() throws(ContractViolation) -> [PaymentOrder] {
        var orders: [PaymentOrder] = []
        for kind in kinds + kinds {
            var order = try order(1, kind)
            order.paymentID = try self.order(orders.count + 1).paymentID
            orders.append(order)
        }
        return orders
    }
}
