import PaymentIntents

extension CallbackOutcome: CustomStringConvertible {
    /// What became of it, in as few words as tell two outcomes apart.
    var description: String {
        switch self {
        case .received(.event(.evidence(let evidence))): Self.describe(evidence)
        case .received(.event(.challenge(let challenge))): "the challenge “\(challenge)”"
        case .received(.hint(let lookup, let evidence)):
            "a hint at \(lookup.reference ?? "-"), \(lookup.providerPaymentID ?? "-"), that says "
                + (evidence.map(Self.describe) ?? "nothing")
        case .received(.problem(.otherEnvironment)): "a problem: of the other environment"
        case .received(.problem(.notUnderstood(let problem))): "a problem: \(problem)"
        case .refused(let refusal): "refused: \(refusal)"
        }
    }

    private static func describe(_ evidence: Evidence) -> String {
        let parts = [
            "\(evidence.claim) (\(evidence.source)) “\(evidence.rawStatus)”",
            evidence.kind.map { "\($0)" },
            describe(evidence.amount),
            evidence.reference.map { "reference “\($0)”" },
            evidence.providerPaymentID.map { "id “\($0)”" },
            evidence.transactionID.map { "transaction “\($0)”" },
            evidence.statedTime.map { "at \($0)" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private static func describe(_ amount: StatedAmount) -> String {
        switch amount {
        case .money(let money): "\(money)"
        case .unreadable(let problem): problem
        case .absent: "no amount"
        }
    }
}
