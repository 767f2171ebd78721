import PaymentGateway
import PaymentIntents

/// Whether everything that was acknowledged is there, and nothing else.
extension Simulation {
    /// Looks at the whole inbox.
    func checkInbox() throws {
        let entries = try read { store in
            var entries: [InboxEntry] = []
            for state in InboxState.allCases {
                entries += try await store.inbox(matching: InboxFilter(state: state, limit: 1000))
            }
            return entries
        }
        let isUnsigned = setting.trust == .confirmed
        for delivery in deliveries {
            let rows = entries.filter {
                $0.callback.body == delivery.callback.body && $0.account.rawValue == delivery.account
            }
            let isHint = isUnsigned && delivery.account == "agents"
            if delivery.origin == .forged || isHint, !rows.isEmpty {
                throw Violation(
                    of: .forgedLeavesNothing,
                    "callback \(delivery.number) was \(delivery.origin.rawValue), and is in the inbox"
                )
            }
            guard delivery.isAcknowledged, !isHint else { continue }
            guard rows.count == 1, let row = rows.first else {
                throw Violation(
                    of: .acknowledgedIsKept,
                    "callback \(delivery.number) was acknowledged, and is \(rows.count) times in the inbox"
                )
            }
            try check(row, delivery)
        }
    }

    private func check(_ row: InboxEntry, _ delivery: Delivery) throws {
        let copies = deliveries.count { other in
            other.isAcknowledged && other.account == delivery.account && other.callback.body == delivery.callback.body
        }
        guard row.copies >= copies else {
            throw Violation(
                of: .acknowledgedIsKept,
                "callback \(delivery.number) was acknowledged \(copies) times, and counted \(row.copies)"
            )
        }
        if delivery.origin == .stray {
            guard row.state == .unmatched else {
                throw Violation(
                    of: .ownCallbacksOnly,
                    "callback \(delivery.number) of another account is \(row.state.rawValue)"
                )
            }
            return
        }
        switch row.state {
        case .absorbed:
            guard let id = row.paymentID, let seen = watch.payments[id] else {
                throw Violation(of: .acknowledgedIsKept, "callback \(delivery.number) was folded into nothing")
            }
            let lines = seen.history.filter { line in
                line.source == .callback
                    && (line.detail["rawStatus"] == delivery.event || line.detail["awaiting"] == "confirmation")
            }
            guard !lines.isEmpty else {
                throw Violation(of: .acknowledgedIsKept, "callback \(delivery.number) left no line in the history")
            }
        case .unmatched:
            let isKnown = watch.payments.values.contains { $0.payment.providerPaymentID == delivery.paymentID }
            guard !isKnown else {
                throw Violation(of: .acknowledgedIsKept, "callback \(delivery.number) still waits for its payment")
            }
        case .challenge, .notUnderstood, .otherEnvironment, .parked:
            throw Violation(of: .acknowledgedIsKept, "callback \(delivery.number) is \(row.state.rawValue)")
        }
    }
}
