import Foundation
import PaymentGateway
import PaymentIntents

/// A store whose every call is held before it is made, and now and then before its result comes back.
struct ScheduledStore: StoreWrapper {
    let inner: any PaymentStore
    let scheduler: Scheduler
    let engine: Int

    /// Payments that were written since somebody looked.
    let touched: Mutexed<Set<PaymentID>>

    private func scheduled<Value: Sendable>(
        _ name: String,
        _ call: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let verdict = await scheduler.hold(.store(name), of: engine)
        switch verdict {
        case .dead, .answer: throw StoreError(.unavailable, "the process has ended")
        case .busy: throw StoreError(.busy, "as the simulation wants it")
        case .proceed, .proceedThenHold: break
        }
        let value = try await scheduler.outside(call)
        if case .proceedThenHold = verdict, case .dead = await scheduler.hold(.storeResult(name), of: engine) {
            throw StoreError(.unavailable, "the process has ended")
        }
        return value
    }

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        try await scheduled("record") { () throws(StoreError) in
            let outcome = try await inner.record(payment)
            if case .recorded(let payment) = outcome { touched.with { _ = $0.insert(payment.id) } }
            return outcome
        }
    }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await scheduled("modify") { () throws(StoreError) in
            touched.with { _ = $0.insert(id) }
            return try await inner.modify(id, change)
        }
    }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await scheduled("absorb") { () throws(StoreError) in
            let outcomes = try await inner.absorb(batch)
            for case .absorbed(let id, _, _) in outcomes { touched.with { _ = $0.insert(id) } }
            return outcomes
        }
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        try await scheduled("payment") { () throws(StoreError) in try await inner.payment(id) }
    }

    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        try await scheduled("payment") { () throws(StoreError) in try await inner.payment(holding: key, kind: kind) }
    }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        try await scheduled("payments") { () throws(StoreError) in try await inner.payments(matching: filter) }
    }

    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await scheduled("history") { () throws(StoreError) in try await inner.history(of: id) }
    }

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        try await scheduled("claimDue") { () throws(StoreError) in
            let due = try await inner.claimDue(at: now, limit: limit, until: until)
            touched.with { $0.formUnion(due.map(\.id)) }
            return due
        }
    }

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        try await scheduled("claimNotifications") { () throws(StoreError) in
            try await inner.claimNotifications(at: now, limit: limit, until: until)
        }
    }

    func settle(_ result: NotificationResult) async throws(StoreError) {
        try await scheduled("settle") { () throws(StoreError) in try await inner.settle(result) }
    }

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        try await scheduled("notifications") { () throws(StoreError) in
            try await inner.notifications(matching: filter)
        }
    }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        try await scheduled("replay") { () throws(StoreError) in try await inner.replayNotification(id, at: now) }
    }
}

/// The store as the engine sees it: outermost, so that the scheduler knows when the engine's writer is in it.
struct EntranceStore: StoreWrapper {
    let inner: any PaymentStore
    let scheduler: Scheduler
    let engine: Int

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await scheduler.absorbing(batch.count, by: engine) { () throws(StoreError) in
            let result: Result<[AbsorbOutcome], StoreError> = await Scheduler.$isAbsorbing.withValue(true) {
                do throws(StoreError) {
                    return .success(try await inner.absorb(batch))
                } catch {
                    return .failure(error)
                }
            }
            return try result.get()
        }
    }
}
