import Foundation
import PaymentGateway
import PaymentIntents

/// A store that remembers which callbacks came to it, and fails when it is told to.
actor StoreDouble: PaymentStore {
    private(set) var deliveries: [CallbackDelivery] = []
    private var failure: StoreError?
    private var gate: Gate?

    /// From now on every call fails; `nil` mends it.
    func fail(with error: StoreError?) { failure = error }

    /// From now on callbacks wait in the store until the gate opens.
    func wait(at gate: Gate) { self.gate = gate }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        if let failure { throw failure }
        deliveries += batch
        await gate?.pass()
        return batch.map { delivery in
            switch delivery.meaning {
            case .keep(let state, note: _): .kept(state)
            case .evidence, .hint: .kept(.unmatched)
            }
        }
    }

    func check() async throws(StoreError) {
        if let failure { throw failure }
    }

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome { throw unused }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        throw unused
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? { nil }

    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? { nil }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] { [] }

    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] { [] }

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] { [] }

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        []
    }

    func settle(_ result: NotificationResult) async throws(StoreError) {}

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] { [] }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool { false }

    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] { [] }

    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? { nil }

    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        false
    }

    func beginServing() async throws(StoreError) {}

    func close() async {}

    private nonisolated var unused: StoreError { StoreError(.unavailable, "no test needs this") }
}
