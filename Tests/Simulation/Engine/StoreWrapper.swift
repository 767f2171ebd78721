import Foundation
import PaymentGateway
import PaymentIntents

/// A store that does some things in a way of its own, and leaves the others to another store.
protocol StoreWrapper: PaymentStore {
    var inner: any PaymentStore { get }
}

extension StoreWrapper {
    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome { try await inner.record(payment) }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? { try await inner.modify(id, change) }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await inner.absorb(batch)
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? { try await inner.payment(id) }

    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        try await inner.payment(holding: key, kind: kind)
    }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        try await inner.payments(matching: filter)
    }

    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] { try await inner.history(of: id) }

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        try await inner.claimDue(at: now, limit: limit, until: until)
    }

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        try await inner.claimNotifications(at: now, limit: limit, until: until)
    }

    func settle(_ result: NotificationResult) async throws(StoreError) { try await inner.settle(result) }

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        try await inner.notifications(matching: filter)
    }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        try await inner.replayNotification(id, at: now)
    }

    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        try await inner.inbox(matching: filter)
    }

    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? { try await inner.inboxEntry(number) }

    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        try await inner.forgetCallbacks(before: time, limit: limit)
    }

    func beginServing() async throws(StoreError) { try await inner.beginServing() }

    func check() async throws(StoreError) { try await inner.check() }

    func close() async { await inner.close() }
}
