import PaymentIntents

/// Pages of payments, and the balance.
extension ReplyRules {
    static let lists: [AdapterRule] = [listed, lastPage, spoiledPage, balance, spoiledBalance]

    static let listed = AdapterRule(
        "reply.list.page",
        "A page gives its payments, all of them and in their order, and says whether another one follows.",
        needs: .list
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let kinds = subject.kinds
        let payments = try (1...3)
            .map { number in
                var payment = try subject.samplePayment(kinds.isEmpty ? nil : kinds[number % kinds.count])
                payment.providerPaymentID = "payment-\(number)"
                payment.order.reference = "ORDER-\(number)"
                return payment
            }
        let claims = subject.wire.queryReply.claims.sorted { $0.key < $1.key }
        for page in 1...3 {
            for hasMore in [true, false] {
                for (word, claim) in claims {
                    let messages = payments.map { subject.wire.queryReply.message(word, about: $0) }
                    let exchange = try subject.listExchange(of: messages, page: page, hasMore: hasMore)
                    let outcome = exchange.outcome(of: exchange.answer, at: adapter)
                    guard case .page(let intents, hasMore) = outcome else {
                        throw ContractViolation(
                            sent: exchange.answer.quoted,
                            came: "\(outcome)",
                            due: "3 payments, more: \(hasMore)"
                        )
                    }
                    try require(
                        intents.map(\.evidence.providerPaymentID) == payments.map(\.providerPaymentID)
                            && zip(intents, payments).allSatisfy { $0.claim(against: $1) == claim },
                        sent: exchange.answer.quoted,
                        came: "\(intents)",
                        due: "\(payments.map(\.providerPaymentID)), each \(claim)"
                    )
                }
            }
        }
    }

    static let lastPage = AdapterRule(
        "reply.list.end",
        "An empty page is the last one, whatever the provider counts: else the reader never ends.",
        needs: .list
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for page in [1, 2, 100] {
            for hasMore in [true, false] {
                let exchange = try subject.listExchange(of: [], page: page, hasMore: hasMore)
                let outcome = exchange.outcome(of: exchange.answer, at: adapter)
                try require(
                    outcome == .page([], hasMore: false),
                    sent: exchange.answer.quoted,
                    came: "\(outcome)",
                    due: "the last page, empty"
                )
            }
        }
    }

    static let spoiledPage = AdapterRule(
        "reply.list.spoiled",
        "A payment that cannot be read does not vanish from its page: it could be the one that is looked for.",
        needs: .list
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let good = subject.wire.queryReply.message(about: try subject.samplePayment())
        var spoiled = MessageJSON.meaningless + [.number("7"), .string("payment")]
        for field in subject.wire.queryReply.required {
            guard let path = subject.wire.queryReply.fields[field] else { continue }
            spoiled.append(good.setting(path, to: nil))
        }
        for message in spoiled {
            for position in 0...2 {
                var messages = [good, good]
                messages.insert(message, at: position)
                let exchange = try subject.listExchange(of: messages)
                try exchange.outcome(of: exchange.answer, at: adapter)
                    .requireUnreadable(sent: "a page with \(message.quoted) at \(position)")
            }
        }
    }

    static let balance = AdapterRule(
        "reply.balance.stated",
        "The balance is the money that the provider states, exactly, and a debt is no money.",
        needs: .balance
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let exchange = try subject.balanceExchange()
        guard let described = exchange.described, let path = described.fields[.amount] else { throw noBalance }
        let currency = try subject.samplePayment().order.amount.currency
        for minorUnits in [0, 1, 29, 100, 2000, 1_234_567] as [Int64] {
            guard let money = Money(minorUnits: minorUnits, currency: currency) else { continue }
            let answer = described.saying(money, in: exchange.answer)
            let outcome = exchange.outcome(of: answer, at: adapter)
            guard case .balance(let balance) = outcome, balance.available == money else {
                throw ContractViolation(sent: answer.quoted, came: "\(outcome)", due: "\(money)")
            }
        }
        let debt = exchange.answer.setting(path, to: .number("-20"))
        let outcome = exchange.outcome(of: debt, at: adapter)
        guard case .balance(let balance) = outcome, balance.available == nil else {
            return try require(
                outcome.error != nil,
                sent: debt.quoted,
                came: "\(outcome)",
                due: "no money, or an error"
            )
        }
    }

    private static let noBalance = ContractViolation(
        sent: "the subject's answer to a question about the balance",
        came: "no amount in it",
        due: "where the money that is there stands"
    )

    static let spoiledBalance = AdapterRule(
        "reply.balance.spoiled",
        "A balance that is not there is not zero.",
        needs: .balance
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let exchange = try subject.balanceExchange()
        guard let path = exchange.described?.fields[.amount] else { throw noBalance }
        let values = MessageJSON.meaningless + [.string("twenty"), .number("2e1"), .string("1,000"), .string(" 20")]
        for value in [nil] + values.map(Optional.some) {
            let answer = exchange.answer.setting(path, to: value)
            try exchange.outcome(of: answer, at: adapter).requireUnreadable(sent: answer.quoted)
        }
    }
}
