import Foundation
import PaymentGateway
import PaymentIntents

/// Defects in how payments are recorded, leased and completed.
extension PlantedDefect {
    static let creations = [
        forgetting("what was recorded and never sent is forgotten", .recorded),
        forgetting("what was being sent when a process died is forgotten", .sending),
        forgetting("what is unknown is never asked about", .unknown),
        storing("a lease holds nobody back") { LeaselessStore(inner: $0) },
        storing("an idempotency key is forgotten") { KeylessStore(inner: $0) },
        storing("time that is up counts as expired without a question") { HastyExpiry(inner: $0) },
    ]

    private static func forgetting(_ name: String, _ phase: CreationPhase) -> PlantedDefect {
        storing(name) { ForgetfulStore(inner: $0, phase: phase) }
    }
}

private struct ForgetfulStore: StoreWrapper {
    let inner: any PaymentStore
    let phase: CreationPhase

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        try await inner.claimDue(at: now, limit: limit, until: until).filter { $0.creation != phase }
    }
}

private struct LeaselessStore: StoreWrapper {
    let inner: any PaymentStore

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        guard case .existing(var existing) = try await inner.record(payment) else { return .recorded(payment) }
        existing.leasedUntil = nil
        if existing.creation == .sending { existing.creation = .recorded }
        return .existing(existing)
    }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await inner.modify(id) { current in
            if let written = change(current) { return written }
            var free = current
            free.creation = .recorded
            return change(free)
        }
    }
}

private struct KeylessStore: StoreWrapper {
    let inner: any PaymentStore
    private let count = Mutexed(0)

    init(inner: any PaymentStore) {
        self.inner = inner
    }

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        let number = count.with { count in
            count += 1
            return count
        }
        var request = payment.request
        request.idempotencyKey = IdempotencyKey("\(payment.id)-\(number)")
        let other = Payment(
            id: payment.id,
            environment: payment.environment,
            request: request,
            account: payment.account,
            adapter: payment.adapter,
            at: payment.recordedAt,
            leasedUntil: payment.leasedUntil ?? payment.recordedAt
        )
        return try await inner.record(other)
    }
}

private struct HastyExpiry: StoreWrapper {
    let inner: any PaymentStore

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        var rest: [Payment] = []
        for payment in try await inner.claimDue(at: now, limit: limit, until: until) {
            guard payment.status == .pending, let end = payment.expiresAt, end <= now else {
                rest.append(payment)
                continue
            }
            _ = try await inner.modify(payment.id) { current in
                let expiry = Evidence(claim: .expired, source: .clock, rawStatus: "expired")
                var change = current.absorbing(expiry, trust: nil, at: now)
                change.payment.nextQueryAt = nil
                return change
            }
        }
        return rest
    }
}
