import PaymentGateway
import PaymentIntents

/// What `payments verify` says of an authentic callback.
struct VerifiedDocument: Encodable {
    private let evidence: Evidence?
    private let problem: String?
    private let challenge: String?

    init(_ receipt: CallbackReceipt) {
        var evidence: Evidence?
        var problem: String?
        var challenge: String?
        switch receipt {
        case .event(.evidence(let said)): evidence = said
        case .event(.challenge(let text)): challenge = text
        case .hint(_, let said): evidence = said
        case .problem(.otherEnvironment): problem = "of the other environment"
        case .problem(.notUnderstood(let reason)): problem = reason
        }
        self.evidence = evidence
        self.problem = problem
        self.challenge = challenge
    }

    private enum Key: String, CodingKey {
        case verified, evidence, problem, challenge
    }

    private enum EvidenceKey: String, CodingKey {
        case claim, rawStatus, providerPaymentID, reference, amount, transactionID
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(true, forKey: .verified)
        try container.encodeIfPresent(problem, forKey: .problem)
        try container.encodeIfPresent(challenge, forKey: .challenge)
        guard let evidence else { return try container.encodeNil(forKey: .evidence) }
        var nested = container.nestedContainer(keyedBy: EvidenceKey.self, forKey: .evidence)
        try nested.encode(evidence.claim.rawValue, forKey: .claim)
        try nested.encode(evidence.rawStatus, forKey: .rawStatus)
        try nested.encode(evidence.providerPaymentID, forKey: .providerPaymentID)
        try nested.encode(evidence.reference, forKey: .reference)
        if case .money(let money) = evidence.amount {
            try nested.encode(["value": money.decimalText, "currency": money.currency.code], forKey: .amount)
        } else {
            try nested.encodeNil(forKey: .amount)
        }
        try nested.encode(evidence.transactionID, forKey: .transactionID)
    }

    /// Several lines for people.
    var text: String {
        var rows: [(String, String?)] = [
            ("verified", "yes"), ("but", problem), ("challenge", challenge?.escapedForLog),
        ]
        if let evidence {
            rows += [
                ("claim", "\(evidence.claim.rawValue) (\(evidence.rawStatus.escapedForLog))"),
                ("provider's id", evidence.providerPaymentID?.escapedForLog),
                ("reference", evidence.reference?.escapedForLog),
                ("transaction", evidence.transactionID?.escapedForLog),
            ]
            if case .money(let money) = evidence.amount { rows.append(("amount", money.description)) }
        }
        return rows.compactMap { name, value in value.map { Table.padded(name, to: 14) + $0 } }.joined(separator: "\n")
    }
}
