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
        let (claim, discrepancies) = evidence.assessed(against: terms)
        var changed = self
        // The transaction of evidence that differs is not this payment's, so it is never kept and tells nothing new.
        let namesTransaction = discrepancies.isEmpty && evidence.transactionID != nil
        let isNews =
            !lifecycle.claims.contains(ClaimSet(claim))
            || (namesTransaction && evidence.transactionID != transactionID)
        let announced = changed.lifecycle.absorb(ClaimSet(claim))
        if !QuerySchedule.expectsNews(of: changed.status) { changed.nextQueryAt = nil }
        // What was asked before is no question about what it has become, whoever told us.
        if isNews { changed.queriesWithoutNews = 0 }
        if evidence.source == .callback || evidence.source == .query, creation != .refused {
            // Whatever became of our own request: the provider speaks of the payment, so it has it.
            changed.creation = .created
        }
        if discrepancies.isEmpty {
            changed.providerPaymentID = providerPaymentID ?? evidence.providerPaymentID
            changed.transactionID = transactionID ?? evidence.transactionID
        }
        var detail = [String: String](minimumCapacity: Self.usualParticulars)
        detail["rawStatus"] = evidence.rawStatus
        detail["transactionID"] = evidence.transactionID
        detail["statedTime"] = evidence.statedTime
        if !discrepancies.isEmpty {
            detail["differs"] = discrepancies.map(\.rawValue).joined(separator: ",")
            detail["claimed"] = evidence.claim.rawValue
            detail["askedAmount"] = amount.description
            detail["statedAmount"] = evidence.amount.text
        }
        if !isNews { detail["duplicate"] = "true" }
        return changed.written(
            source: evidence.source,
            claim: claim.rawValue,
            trust: trust,
            detail: detail,
            announced: announced,
            isNews: isNews,
            at: now
        )
    }

    /// As many as evidence tells, unless something differs.
    private static let usualParticulars = 4

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
        var changed = self
        guard let evidence else {
            // What nobody signed must not make anybody send what was never sent, or was given back.
            guard creation != .recorded else { return PaymentChange(self) }
            let pause = queriesWithoutNews == 0 ? 0 : Self.pauseBetweenUnsignedHints
            changed.nextQueryAt = min(nextQueryAt ?? .distantFuture, now.addingTimeInterval(pause))
            return PaymentChange(changed)
        }
        // The provider speaks of it, so it may have it: it is asked about, and never sent as if nobody had sent it.
        if creation == .recorded { changed.creation = .unknown }
        changed.nextQueryAt = now
        changed.queriesWithoutNews = 0
        var detail = ["awaiting": "confirmation", "claimed": evidence.claim.rawValue]
        detail["transactionID"] = evidence.transactionID
        let discrepancies = evidence.assessed(against: terms).discrepancies
        if !discrepancies.isEmpty { detail["differs"] = discrepancies.map(\.rawValue).joined(separator: ",") }
        return changed.noting(detail, source: .callback, at: now)
    }

    /// Writes a line into the history that claims nothing.
    func noting(_ detail: [String: String], source: EvidenceSource, at now: Date) -> PaymentChange {
        written(source: source, claim: nil, trust: nil, detail: detail, announced: nil, isNews: false, at: now)
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
        var changed = self
        let announced = changed.lifecycle.absorb(ClaimSet(resolution))
        if !QuerySchedule.expectsNews(of: changed.status) { changed.nextQueryAt = nil }
        return changed.written(
            source: .operator,
            claim: resolution.rawValue,
            trust: nil,
            detail: ["note": note],
            announced: announced,
            isNews: true,
            at: now
        )
    }

    private func written(
        source: EvidenceSource,
        claim: String?,
        trust: CallbackTrust?,
        detail: [String: String],
        announced: PaymentStatus?,
        isNews: Bool,
        at now: Date
    ) -> PaymentChange {
        var payment = self
        payment.sequence += 1
        if isNews { payment.updatedAt = now }
        let entry = HistoryEntry(
            sequence: payment.sequence,
            at: now,
            source: source,
            claim: claim,
            trust: trust,
            status: payment.status,
            detail: detail
        )
        let notification = announced.map { PaymentNotification(of: $0, payment: payment, at: now) }
        return PaymentChange(payment, entry: entry, notification: notification, isNews: isNews)
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
