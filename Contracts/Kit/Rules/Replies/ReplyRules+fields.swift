import PaymentIntents

/// What has to be in an answer, and what may be.
extension ReplyRules {
    static let fields: [AdapterRule] = [
        requiredAbsent, requiredWrong, optionalAbsent, optionalWrong, extraMembers, memberOrder,
    ]

    static let requiredAbsent = AdapterRule(
        "reply.required.absent",
        "An answer without what has to be in it is not understood; nothing is filled in."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges(claiming: .succeeded) {
            for path in requiredPaths(of: exchange).map(\.1) + requiredMembers(of: exchange) {
                let answer = exchange.answer.setting(path, to: nil)
                try exchange.outcome(of: answer, at: adapter).requireUnreadable(sent: answer.quoted)
            }
        }
    }

    static let requiredWrong = AdapterRule(
        "reply.required.wrong",
        "What has to be there has its type and its content; nothing is converted."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges(claiming: .succeeded) {
            guard let payment = exchange.payment else { continue }
            for (field, path) in requiredPaths(of: exchange) {
                var values = MessageJSON.meaningless
                if let value = exchange.answer[path] { values.append(.array([value])) }
                if field != .amount { values.append(.number("7")) }
                for value in values {
                    let answer = exchange.answer.setting(path, to: value)
                    let outcome = exchange.outcome(of: answer, at: adapter)
                    // A text that is no currency is stated all the same, and comes out as a difference.
                    let isDifference = field == .currency && outcome.intent?.claim(against: payment) == .review
                    try require(
                        outcome.isUnreadable || isDifference,
                        sent: answer.quoted,
                        came: "\(outcome)",
                        due: "unreadable, for its \(field.rawValue)"
                    )
                }
            }
        }
    }

    static let optionalAbsent = AdapterRule(
        "reply.optional.absent",
        "What need not be in an answer is missed by nobody."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            let whole = exchange.outcome(of: exchange.answer, at: adapter).intent?.evidence
            for path in optionalPaths(of: exchange) {
                let answer = exchange.answer.setting(path, to: nil)
                let outcome = exchange.outcome(of: answer, at: adapter)
                try require(
                    outcome.intent != nil && outcome.intent?.evidence.claim == whole?.claim
                        && outcome.intent?.evidence.providerPaymentID == whole?.providerPaymentID,
                    sent: answer.quoted,
                    came: "\(outcome)",
                    due: "the same payment and claim"
                )
            }
        }
    }

    static let optionalWrong = AdapterRule(
        "reply.optional.wrong",
        "What need not be there decides nothing when it is wrong: the claim stays, or the answer is not understood."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            let whole = exchange.outcome(of: exchange.answer, at: adapter).intent?.evidence
            for path in optionalPaths(of: exchange) {
                for value in MessageJSON.meaningless + [.number("-1"), .string("1970-01-01"), .string("\u{202E}\n")] {
                    let answer = exchange.answer.setting(path, to: value)
                    let outcome = exchange.outcome(of: answer, at: adapter)
                    try require(
                        outcome.error.map { $0.consequence != .refused }
                            ?? (outcome.intent?.evidence.claim == whole?.claim),
                        sent: answer.quoted,
                        came: "\(outcome)",
                        due: "the same claim, or no refusal"
                    )
                }
            }
        }
    }

    static let extraMembers = AdapterRule(
        "reply.members.extra",
        "Providers add members without notice; a new one, or a known name in other letters, changes nothing."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            let whole = exchange.outcome(of: exchange.answer, at: adapter)
            var extras: [([String], MessageJSON)] = [
                (["x-added-later"], .string(String(repeating: "x", count: 10_000))),
                (["paid"], .boolean(true)), (["x-nested"], .array([.object([.init("status", .string("PAID"))])])),
                (["x-large"], .number(String(repeating: "9", count: 400))),
            ]
            let words = exchange.described?.claims.keys.sorted() ?? []
            for path in exchange.described?.fields.values.map(\.self) ?? [] {
                guard let name = path.last, name.uppercased() != name else { continue }
                for word in ["x"] + words { extras.append((path.dropLast() + [name.uppercased()], .string(word))) }
            }
            for (path, value) in extras where exchange.answer[path] == nil {
                let answer = exchange.answer.setting(path, to: value)
                let outcome = exchange.outcome(of: answer, at: adapter)
                try require(outcome == whole, sent: "\(path) added", came: "\(outcome)", due: "\(whole)")
            }
        }
    }

    static let memberOrder = AdapterRule(
        "reply.members.order",
        "The members of a JSON object have no order."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            guard case .object(let members) = exchange.answer else { continue }
            let whole = exchange.outcome(of: exchange.answer, at: adapter)
            for shift in members.indices {
                let shifted = MessageJSON.object(Array(members[shift...] + members[..<shift]))
                let outcome = exchange.outcome(of: shifted, at: adapter)
                try require(outcome == whole, sent: shifted.quoted, came: "\(outcome)", due: "\(whole)")
            }
        }
    }

    private static func requiredPaths(of exchange: Exchange) -> [(WireField, [String])] {
        guard let described = exchange.described else { return [] }
        return described.required.compactMap { field in described.fields[field].map { (field, $0) } }
    }

    private static func requiredMembers(of exchange: Exchange) -> [[String]] {
        exchange.described?.requiredMembers ?? []
    }

    private static func optionalPaths(of exchange: Exchange) -> [[String]] {
        let required = requiredPaths(of: exchange).map(\.1) + requiredMembers(of: exchange)
        return exchange.answer.leaves.filter { !required.contains($0) }
    }
}
