import PaymentGateway
import PaymentIntents

/// What the merchant was told, and in which order.
extension Simulation {
    /// Looks at everything that arrived at the merchant since the last time.
    func checkArrivals() throws {
        for arrival in merchant.arrivals[watch.arrivalCount...] {
            guard let notification = watch.outbox.first(where: { $0.notification.id == arrival.id })?.notification
            else {
                throw Violation(
                    of: .toldAsClaimed,
                    "the merchant was told \(alias(arrival.id)), which is not in the outbox"
                )
            }
            guard Array(notification.body.utf8) == arrival.body else {
                throw Violation(of: .toldAsClaimed, "the merchant was told two things under \(alias(arrival.id))")
            }
            guard !arrival.isLate, watch.told.insert(arrival.id).inserted else { continue }
            guard notification.sequence > watch.lastTold[notification.paymentID] ?? -1 else {
                throw Violation(of: .toldInOrder, "the merchant was told \(alias(arrival.id)) behind a later one")
            }
            watch.lastTold[notification.paymentID] = notification.sequence
        }
        watch.arrivalCount = merchant.arrivals.count
    }

    /// Looks at the whole outbox, at the end.
    func checkOutbox() throws {
        guard Set(watch.outbox.map(\.notification.id)).count == watch.outbox.count else {
            throw Violation(of: .toldAsClaimed, "two notifications have one id")
        }
        let outbox = try read { try await $0.notifications(matching: OutboxFilter(limit: 1000)) }
        for entry in outbox {
            let name = alias(entry.notification.id)
            switch entry.state {
            case .delivered where watch.told.contains(entry.notification.id): break
            case .dead where merchant.unwanted.contains(entry.notification.id): break
            default:
                throw Violation(
                    of: .reallyTold,
                    "\(name) is \(entry.state.rawValue), and the merchant has not been told so"
                )
            }
        }
        try checkSuccesses()
        try checkChanges(outbox)
    }

    private func checkSuccesses() throws {
        let successes = watch.outbox.map(\.notification).filter { $0.status == .succeeded }.map(\.paymentID)
        guard Set(successes).count == successes.count else {
            throw Violation(of: .toldAsClaimed, "a success was announced twice")
        }
    }

    /// The merchant's own process reads each change once, in the order of the outbox.
    private func checkChanges(_ outbox: [OutboxEntry]) throws {
        guard watch.changesRead.map(\.notification) == outbox.map(\.notification) else {
            throw Violation(
                of: .changesWithoutGap,
                "of \(outbox.count) changes \(watch.changesRead.count) were read, or others"
            )
        }
    }
}
