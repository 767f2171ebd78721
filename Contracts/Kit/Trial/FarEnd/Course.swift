import PaymentIntents

/// What a payment comes to when evidence is absorbed one after the other, as an engine does it.
struct Course: Sendable {
    private(set) var lifecycle = Lifecycle()

    /// What the merchant was told, in that order.
    private(set) var announced: [PaymentStatus] = []

    init() {}

    init(of evidence: [Evidence], about payment: SamplePayment) {
        for evidence in evidence { absorb(evidence.assessed(against: payment.terms).claim) }
    }

    mutating func absorb(_ claim: Claim) {
        if let status = lifecycle.absorb(ClaimSet(claim)) { announced.append(status) }
    }

    var status: PaymentStatus { lifecycle.status }

    /// How often the merchant was told of a success.
    var successes: Int { announced.count { $0 == .succeeded } }
}

extension Course: CustomStringConvertible {
    var description: String {
        "\(status.rawValue)\(lifecycle.isLate ? ", late" : ""), told: \(announced.map(\.rawValue))"
    }
}
