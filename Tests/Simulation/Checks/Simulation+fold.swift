import PaymentGateway
import PaymentIntents

/// What has to hold of a payment after every step.
extension Simulation {
    /// Looks at every payment that was written since the last time, and at what the merchant is told.
    func checkTouched() throws {
        let ids = world.touched.with { ids in
            defer { ids = [] }
            return ids
        }
        guard !ids.isEmpty else { return }
        let after = watch.outbox.last?.position ?? 0
        watch.outbox += try read { try await $0.notifications(matching: OutboxFilter(after: after, limit: 1000)) }
        for id in ids.sorted() { try check(id) }
    }

    /// Looks at one payment.
    func check(_ id: PaymentID) throws {
        let (found, history) = try read { store in (try await store.payment(id), try await store.history(of: id)) }
        guard let payment = found else {
            guard watch.payments[id] == nil else { throw Violation(of: .historyOnlyGrows, "\(alias(id)) has gone") }
            return
        }
        try checkFold(payment, history)
        try checkSources(payment, history)
        if let before = watch.payments[id] { try check(payment, history, against: before) }
        watch.payments[id] = Watch.Seen(payment: payment, history: history)
    }

    /// The status, every line and every notification follow from the claims, and from nothing else.
    private func checkFold(_ payment: Payment, _ history: [HistoryEntry]) throws {
        var lifecycle = Lifecycle()
        var told = [Told(sequence: 0, status: .created)]
        for (index, line) in history.enumerated() {
            guard line.sequence == index + 1 else {
                throw Violation(
                    of: .historyIsWhole,
                    "\(alias(payment.id)): line \(index + 1) of the history is missing"
                )
            }
            if let claim = try Self.claims(of: line), let status = lifecycle.absorb(claim) {
                told.append(Told(sequence: line.sequence, status: status))
            }
            guard line.status == lifecycle.status else {
                throw Violation(
                    of: .statusFollowsClaims,
                    "\(alias(payment.id)): line \(line.sequence) says \(line.status), its claims \(lifecycle.status)"
                )
            }
        }
        guard payment.sequence == history.count else {
            throw Violation(of: .historyIsWhole, "\(alias(payment.id)): the last line of the history is missing")
        }
        guard payment.lifecycle.claims == lifecycle.claims, payment.status == Lifecycle.status(of: lifecycle.claims)
        else {
            throw Violation(
                of: .statusFollowsClaims,
                "\(alias(payment.id)) is \(payment.status), by its history \(lifecycle.status)"
            )
        }
        let notifications = watch.outbox.map(\.notification).filter { $0.paymentID == payment.id }
        guard notifications.map({ Told(sequence: $0.sequence, status: $0.status) }) == told else {
            throw Violation(
                of: .toldAsClaimed,
                """
                \(alias(payment.id)): the merchant is told \(notifications.map(\.status.rawValue)), \
                and has to be told \(told.map(\.status.rawValue))
                """
            )
        }
    }

    private struct Told: Equatable {
        let sequence: Int
        let status: PaymentStatus
    }

    private static func claims(of line: HistoryEntry) throws -> ClaimSet? {
        guard let text = line.claim else { return nil }
        if line.source == .operator, let resolution = Resolution(rawValue: text) { return ClaimSet(resolution) }
        guard let claim = Claim(rawValue: text) else {
            throw Violation(of: .statusFollowsClaims, "there is no claim \(text)")
        }
        return ClaimSet(claim)
    }

    /// A success is believed only of whom may say it, and when it was said.
    private func checkSources(_ payment: Payment, _ history: [HistoryEntry]) throws {
        for line in history where line.claim == Claim.succeeded.rawValue && line.source != .operator {
            let names = try providerNames(of: payment)
            if line.source == .callback {
                guard payment.adapter != "pay2local" || setting.trust == .signed else {
                    throw Violation(
                        of: .believedOfWhoMaySay,
                        "\(alias(payment.id)): a callback was believed without being confirmed"
                    )
                }
                guard !truth.toldSucceeded.isDisjoint(with: names) else {
                    throw Violation(
                        of: .believedOfWhoMaySay,
                        "\(alias(payment.id)): a callback was believed that no provider has sent"
                    )
                }
            }
            guard !truth.everSucceeded.isDisjoint(with: names) else {
                throw Violation(of: .believedOfWhoMaySay, "\(alias(payment.id)) has succeeded, and nobody has paid")
            }
        }
    }

    private func check(_ payment: Payment, _ history: [HistoryEntry], against before: Watch.Seen) throws {
        guard history.starts(with: before.history) else {
            throw Violation(of: .historyOnlyGrows, "\(alias(payment.id)): the history was changed afterwards")
        }
        guard payment.request == before.payment.request,
            payment.providerReference == before.payment.providerReference,
            before.payment.providerPaymentID == nil
                || payment.providerPaymentID == before.payment.providerPaymentID,
            payment.fence >= before.payment.fence
        else {
            throw Violation(of: .historyOnlyGrows, "\(alias(payment.id)): something was changed that never changes")
        }
    }
}
