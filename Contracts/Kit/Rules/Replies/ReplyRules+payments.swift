import PaymentIntents

/// Answers as the documents show them.
extension ReplyRules {
    static let payments: [AdapterRule] = [genuine, stated, environment, expiry, pure]

    static let genuine = AdapterRule(
        "reply.payment.genuine",
        "The documented answer gives the payment: its name, its reference and its direction, and its amount where it names "
            + "one."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        for exchange in try subject.paymentExchanges() {
            guard let payment = exchange.payment else { continue }
            let outcome = exchange.outcome(of: exchange.answer, at: adapter)
            let evidence = outcome.intent?.evidence
            let kind = payment.order.kind
            let namesAmount = exchange.described?.fields[.amount] != nil
            try require(
                evidence?.providerPaymentID == payment.providerPaymentID
                    && evidence?.reference == payment.order.reference && evidence?.kind == kind
                    && evidence?.amount == (namesAmount ? .money(payment.order.amount) : .absent)
                    && outcome.intent?.amount == payment.order.amount && outcome.intent?.account == setup.account
                    && evidence?.assessed(against: payment.terms).discrepancies == [],
                sent: exchange.answer.quoted,
                came: "\(outcome)",
                due: "a \(kind.rawValue) of \(payment.order.amount), \(payment.providerPaymentID)"
            )
        }
    }

    static let stated = AdapterRule(
        "reply.payment.stated",
        "What the answer names is reported, not what was asked for: only so can a mix-up be seen."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges(claiming: .succeeded) {
            guard let payment = exchange.payment else { continue }
            var others: [(WireField, String)] = [(.reference, "ORDER-10046"), (.reference, "order-10045")]
            if exchange.call.operation == .query { others.append((.providerPaymentID, "another-payment")) }
            for (kind, word) in exchange.described?.kinds ?? [:] where kind != payment.order.kind {
                others.append((.kind, word))
            }
            for (field, text) in others {
                guard let path = exchange.described?.fields[field] else { continue }
                let answer = exchange.answer.setting(path, to: .string(text))
                let outcome = exchange.outcome(of: answer, at: adapter)
                try require(
                    outcome.isUnreadable || outcome.intent?.claim(against: payment) == .review,
                    sent: "\(answer.quoted) to \(exchange.call.quoted)",
                    came: "\(outcome)",
                    due: "the \(field.rawValue) that the answer names, which is a difference"
                )
            }
        }
    }

    static let environment = AdapterRule(
        "reply.environment",
        "An answer of the other environment is about play money where money is real, or the reverse.",
        needs: .environmentInReplies
    ) { subject in
        for environment in PaymentEnvironment.allCases {
            let adapter = try subject.adapter(try AdapterSetup().with { $0.environment = environment })
            for exchange in try subject.paymentExchanges(claiming: .succeeded, in: environment) {
                let own = exchange.outcome(of: exchange.answer, at: adapter)
                try require(own.intent != nil, sent: exchange.answer.quoted, came: "\(own)", due: "a payment")
                guard let described = exchange.described, let path = described.fields[.environment] else { continue }
                let words = described.environments.filter { $0.key != environment }.values + ["STAGING", "", " "]
                for word in words {
                    let answer = exchange.answer.setting(path, to: .string(word))
                    try exchange.outcome(of: answer, at: adapter)
                        .requireUnreadable(sent: "\(answer.quoted) to a \(environment.rawValue) account")
                }
            }
        }
    }

    static let pure = AdapterRule(
        "reply.pure",
        "An answer means the same whenever, however often and wherever it is read."
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        for exchange in try subject.exchanges() {
            let (call, answer) = (exchange.call, exchange.answer)
            for body in [answer.bytes, Array(answer.bytes.dropLast())] {
                let response = ProviderResponse(status: 200, body: body)
                let first = ReplyOutcome(of: response, to: call, at: try subject.adapter(setup))
                let others = await withTaskGroup { group in
                    for _ in 0..<8 { group.addTask { ReplyOutcome(of: response, to: call, at: adapter) } }
                    return await group.reduce(into: Set<ReplyOutcome>()) { $0.insert($1) }
                }
                try require(
                    others == [first],
                    sent: "\(exchange.answer.quoted), eight times at once",
                    came: "\(others.map(\.description))",
                    due: "\(first), each time"
                )
            }
        }
    }
}
