public import Foundation
public import PaymentIntents

extension Payment {
    /// What the merchant is told when the payment is recorded.
    public var announcement: PaymentNotification { PaymentNotification(of: .created, payment: self, at: recordedAt) }

    /// Folds evidence into the payment.
    ///
    /// This is the one place where a status changes. It is pure: a store calls it inside its transaction.
    ///
    /// - Parameters:
    ///   - evidence: What somebody said. It is compared with what was asked for here.
    ///   - trust: What the merchant wanted before such evidence is believed; `nil` where nothing was signed or
    ///     confirmed.
    ///   - now: The time it is taken in.
    /// - Returns: What to write.
    public func absorbing(_ evidence: Evidence, trust: CallbackTrust?, at now: Date) -> PaymentChange {
        var change = PaymentChange(self)
        change.absorb(evidence, trust: trust, at: now)
        return change
    }

    /// How far apart the questions are that unsigned callbacks lead to, once one brought no news: 10 seconds.
    private static let pauseBetweenUnsignedHints: TimeInterval = 10

    /// Takes a callback that is not believed until the provider confirms it as a reason to ask.
    ///
    /// What is signed is written down, and asked about at once. Of what nobody signed nothing is kept but the question,
    /// and a question that brought no news is not repeated at once: or else anybody could fill the disk, or make us
    /// press the provider.
    ///
    /// - Parameters:
    ///   - evidence: What the callback says, when it is signed.
    ///   - now: The time it is taken in.
    /// - Returns: What to write.
    public func noting(_ evidence: Evidence?, at now: Date) -> PaymentChange {
        var change = PaymentChange(self)
        guard let evidence else {
            // What nobody signed must not make anybody send what was never sent, or was given back.
            guard creation != .recorded else { return change }
            let pause = queriesWithoutNews == 0 ? 0 : Self.pauseBetweenUnsignedHints
            change.payment.nextQueryAt = min(nextQueryAt ?? .distantFuture, now.addingTimeInterval(pause))
            return change
        }
        // The provider speaks of it, so it may have it: it is asked about, and never sent as if nobody had sent it.
        if creation == .recorded { change.payment.creation = .unknown }
        change.payment.nextQueryAt = now
        change.payment.queriesWithoutNews = 0
        var detail = ["awaiting": "confirmation", "claimed": evidence.claim.rawValue]
        detail["transactionID"] = evidence.transactionID
        let discrepancies = evidence.assessed(against: terms).discrepancies
        if !discrepancies.isEmpty { detail["differs"] = discrepancies.map(\.rawValue).joined(separator: ",") }
        change.write(detail, source: .callback, at: now)
        return change
    }

    /// Writes a line into the history that claims nothing.
    func noting(_ detail: [String: String], source: EvidenceSource, at now: Date) -> PaymentChange {
        var change = PaymentChange(self)
        change.write(detail, source: source, at: now)
        return change
    }

    /// Decides a payment by hand.
    ///
    /// - Parameters:
    ///   - resolution: The decision.
    ///   - note: Why.
    ///   - now: The time of the decision.
    /// - Returns: What to write, or `nil` when the payment is neither in review nor in conflict, or a person has decided
    ///   it before.
    public func resolving(as resolution: Resolution, note: String, at now: Date) -> PaymentChange? {
        let decided: ClaimSet = [.resolvedAsSucceeded, .resolvedAsRejected]
        guard status.awaitsResolution, lifecycle.claims.isDisjoint(with: decided) else { return nil }
        var change = PaymentChange(self, isNews: true)
        let announced = change.fold(ClaimSet(resolution))
        change.write(["note": note], source: .operator, claim: resolution.rawValue, announced: announced, at: now)
        return change
    }
}

extension PaymentChange {
    fileprivate mutating func absorb(_ evidence: Evidence, trust: CallbackTrust?, at now: Date) {
        let (claim, discrepancies) = evidence.assessed(against: payment.terms)
        // The transaction of evidence that differs is not this payment's, so it is never kept and tells nothing new.
        let namesTransaction = discrepancies.isEmpty && evidence.transactionID != nil
        isNews =
            !payment.lifecycle.claims.contains(ClaimSet(claim))
            || (namesTransaction && evidence.transactionID != payment.transactionID)
        let announced = fold(ClaimSet(claim))
        // What was asked before is no question about what it has become, whoever told us.
        if isNews { payment.queriesWithoutNews = 0 }
        if evidence.source == .callback || evidence.source == .query, payment.creation != .refused {
            // Whatever became of our own request: the provider speaks of the payment, so it has it.
            payment.creation = .created
        }
        if discrepancies.isEmpty {
            payment.providerPaymentID = payment.providerPaymentID ?? evidence.providerPaymentID
            payment.transactionID = payment.transactionID ?? evidence.transactionID
        }
        var detail = [String: String](minimumCapacity: Self.usualParticulars)
        detail["rawStatus"] = evidence.rawStatus
        detail["transactionID"] = evidence.transactionID
        detail["statedTime"] = evidence.statedTime
        if !discrepancies.isEmpty {
            detail["differs"] = discrepancies.map(\.rawValue).joined(separator: ",")
            detail["claimed"] = evidence.claim.rawValue
            detail["askedAmount"] = payment.amount.description
            detail["statedAmount"] = evidence.amount.text
        }
        if !isNews { detail["duplicate"] = "true" }
        write(detail, source: evidence.source, claim: claim.rawValue, trust: trust, announced: announced, at: now)
    }

    /// As many as evidence tells, unless something differs.
    private static let usualParticulars = 4

    /// Folds claims in. Once nothing more is expected of a payment, nobody is asked about it.
    ///
    /// - Parameter claims: The claims.
    /// - Returns: The status to announce, if it is to be announced.
    fileprivate mutating func fold(_ claims: ClaimSet) -> PaymentStatus? {
        let announced = payment.lifecycle.absorb(claims)
        if !QuerySchedule.expectsNews(of: payment.status) { payment.nextQueryAt = nil }
        return announced
    }

    /// Writes a line into the history, and tells the merchant of the status that it announces.
    ///
    /// Whether the change is news is decided before: only news moves `updatedAt`.
    fileprivate mutating func write(
        _ detail: [String: String],
        source: EvidenceSource,
        claim: String? = nil,
        trust: CallbackTrust? = nil,
        announced: PaymentStatus? = nil,
        at now: Date
    ) {
        payment.sequence += 1
        if isNews { payment.updatedAt = now }
        entry = HistoryEntry(
            sequence: payment.sequence,
            at: now,
            source: source,
            claim: claim,
            trust: trust,
            status: payment.status,
            detail: detail
        )
        guard let announced else { return }
        notification = PaymentNotification(of: announced, payment: payment, at: now)
    }
}

extension StatedAmount {
    /// The amount as a history line shows it.
    var text: String {
        switch self {
        case .money(let money): money.description
        case .unreadable(let problem): problem
        case .absent: "none"
        }
    }
}
