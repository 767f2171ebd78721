import Foundation
import PaymentContracts
import PaymentGateway
import PaymentIntents

extension PaymentStore {
    /// Records a payment whose key is free.
    func recorded(_ payment: Payment) async throws -> Payment {
        switch try await record(payment) {
        case .recorded(let payment): return payment
        case .existing(let other):
            throw ContractViolation(
                sent: "\(payment.kind) \(payment.reference), key \(payment.request.key)",
                came: "the key is taken by \(other.kind) \(other.reference), key \(other.request.key)",
                due: "recorded"
            )
        }
    }

    /// Gives a payment its provider's id, as the answer to the creation does.
    @discardableResult
    func named(_ payment: PaymentID, _ id: String, at time: Date = Sample.now) async throws -> Payment {
        let outcome = try await modify(payment) { payment in
            var payment = payment
            payment.creation = .created
            payment.providerPaymentID = id
            payment.leasedUntil = nil
            let evidence = Evidence(claim: .pending, source: .creation, rawStatus: "pending", providerPaymentID: id)
            return payment.absorbing(evidence, trust: nil, at: time)
        }
        return try Sample.valid(outcome, "a change of a recorded payment").payment
    }

    /// Records a payment and gives it its provider's id.
    func created(_ payment: Payment, as id: String) async throws -> Payment {
        try await named(try await recorded(payment).id, id)
    }

    /// A payment that is there.
    func present(_ id: PaymentID) async throws -> Payment {
        try Sample.valid(try await payment(id), "the id of a recorded payment")
    }

    /// Changes a payment without a line or a notification.
    @discardableResult
    func set(_ id: PaymentID, _ change: @escaping @Sendable (inout Payment) -> Void) async throws -> Payment {
        let outcome = try await modify(id) { payment in
            var payment = payment
            change(&payment)
            return PaymentChange(payment)
        }
        return try Sample.valid(outcome, "a change of a recorded payment").payment
    }

    /// Writes a line under the number of the next one, so that whatever is to be written next about this payment is
    /// refused: what a defect looks like.
    func spoil(_ id: PaymentID) async throws {
        _ = try await modify(id) { payment in
            let line = HistoryEntry(
                sequence: payment.sequence + 1,
                at: Sample.now,
                source: .clock,
                claim: nil,
                trust: nil,
                status: payment.status,
                detail: [:]
            )
            return PaymentChange(payment, entry: line)
        }
    }

    /// Everything in the outbox that can be delivered in order, delivered.
    func deliverAll(at time: Date = Sample.later) async throws -> [PaymentNotification] {
        var delivered: [PaymentNotification] = []
        for _ in 0..<200 {
            let pending = try await untilTaken {
                try await claimNotifications(at: time, limit: 100, until: time.addingTimeInterval(60))
            }
            if pending.isEmpty { return delivered }
            for item in pending {
                delivered.append(item.notification)
                let result = NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
                try await untilTaken { try await settle(result) }
            }
        }
        throw ContractViolation(sent: "200 rounds of deliveries", came: "more to deliver", due: "an end")
    }

    /// All payments that a filter shows, page by page.
    func pages(_ filter: PaymentFilter = PaymentFilter()) async throws -> [Payment] {
        var (filter, all): (PaymentFilter, [Payment]) = (filter, [])
        while all.count < 1000 {
            let page = try await payments(matching: filter)
            all += page
            guard page.count >= filter.limit else { return all }
            filter.after = page.last?.id
        }
        throw ContractViolation(sent: "a walk through all pages", came: "1000 payments", due: "an end")
    }
}

extension PaymentStore {
    /// Says the same of all notifications that were taken.
    func settle(_ taken: [PendingNotification], as outcome: NotificationResult.Outcome) async throws {
        for item in taken {
            try await settle(NotificationResult(id: item.notification.id, fence: item.fence, outcome: outcome))
        }
    }
}
