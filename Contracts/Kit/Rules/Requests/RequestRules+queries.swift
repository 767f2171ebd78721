import PaymentIntents

/// What is asked, about one payment or about all of them.
extension RequestRules {
    static let queries: [AdapterRule] = [asksForThat, oneSegment, unnamed, pages]

    static let asksForThat = AdapterRule(
        "request.query.that-payment",
        "The answer to a question about another payment, or about all of them, is taken for this one's.",
        needs: .query
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for name in ["payment-7f3a", "payment-7f3b"] {
            let request = try writtenQuery(name, at: adapter)
            try require(
                request.url.contains(name),
                sent: "query \(name)",
                came: request.quoted,
                due: "a question that names it"
            )
        }
    }

    static let oneSegment = AdapterRule(
        "request.query.one-segment",
        "A provider's id is data: it must not turn into another path, another question or another host.",
        needs: .query
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let plain = "plain7f3a"
        let parts = try writtenQuery(plain, at: adapter).url.split(separator: plain, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ContractViolation(
                sent: "query \(plain)",
                came: "\(parts.count - 1) times in the address",
                due: "once"
            )
        }
        let isInPath = !parts[0].contains("?")
        for id in hostileIDs {
            let outcome = queryOutcome(id, at: adapter)
            // No provider makes such ids, so they may as well be refused.
            let hasControl = id.utf8.contains { $0 < 0x20 || $0 == 0x7F }
            if hasControl, outcome.refusal?.code == .invalid { continue }
            let url = try outcome.request(sent: "query \(id.debugDescription)").url
            let isAround = url.hasPrefix(parts[0]) && url.hasSuffix(parts[1])
            let segment = url.dropFirst(parts[0].count).dropLast(parts[1].count)
            try require(
                isAround && segment.percentDecoded == Array(id.utf8),
                sent: "query \(id.debugDescription)",
                came: url,
                due: "one percent-encoded segment or value"
            )
        }
        for id in [".", ".."] {
            guard isInPath, let request = try? writtenQuery(id, at: adapter) else { continue }
            throw ContractViolation(sent: "query \(id)", came: request.url, due: "refused: it would change the path")
        }
    }

    static let unnamed = AdapterRule(
        "request.query.unnamed",
        "A question without a name is answered with somebody's payment, or with all of them.",
        needs: .query
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for name in [nil, ""] as [String?] {
            let lookup = PaymentLookup(kind: .deposit, reference: name, providerPaymentID: name)
            let outcome = RequestOutcome(of: .query(lookup), at: adapter)
            try require(
                outcome.refusal?.code == .invalid,
                sent: ProviderCall.query(lookup).quoted,
                came: "\(outcome)",
                due: "refused: invalid"
            )
        }
    }

    static let pages = AdapterRule(
        "request.list.pages",
        "Each page is asked for by its number: a page that is asked for twice hides the ones behind it.",
        needs: .list
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        var seen: [String: Int] = [:]
        for page in [1, 2, 3, 10, 11, 100] {
            let url = try adapter.written(.list(page: page)).url
            let other = seen.updateValue(page, forKey: url)
            try require(other == nil, sent: "list page \(page)", came: url, due: "not what page \(other ?? 0) asks for")
        }
        for page in [0, -1, Int.min] {
            let outcome = RequestOutcome(of: .list(page: page), at: adapter)
            try require(
                outcome.refusal?.code == .invalid,
                sent: "list page \(page)",
                came: "\(outcome)",
                due: "refused: invalid"
            )
        }
    }

    private static let hostileIDs = [
        "a/b", "../balance", "a/../../b", "a?x=1", "a&x=1", "a=b", "a#b", "a%2Fb", "%2e%2e", "a b", "a+b", "a;b",
        "a\\b",
        "@evil.example", "//evil.example", "a:b", "pi_live_123", "পেমেন্ট", "e\u{301}", "🧾", "a\r\nX-Evil: 1", "a\0b",
        "a\u{202E}b",
    ]

    /// The question about a name, which is the provider's own or, where it is asked by that, the reference.
    private static func writtenQuery(
        _ name: String,
        at adapter: any ProviderAdapter
    ) throws(ContractViolation) -> ProviderRequest {
        try queryOutcome(name, at: adapter).request(sent: "query \(name)")
    }

    private static func queryOutcome(_ name: String, at adapter: any ProviderAdapter) -> RequestOutcome {
        let byID = PaymentLookup(kind: .deposit, reference: "ORDER-10045", providerPaymentID: name)
        let outcome = RequestOutcome(of: .query(byID), at: adapter)
        if case .written(let request) = outcome, !request.url.contains("ORDER") { return outcome }
        return RequestOutcome(
            of: .query(PaymentLookup(kind: .deposit, reference: name, providerPaymentID: nil)),
            at: adapter
        )
    }
}
