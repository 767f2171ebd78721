import Foundation
import PaymentGateway
import PaymentIntents

/// A store with one of its methods exchanged for a wrong one.
struct MutatedStore: PaymentStore {
    let base: any PaymentStore

    var recording: @Sendable (any PaymentStore, Payment) async throws -> RecordOutcome = { base, payment in
        try await base.record(payment)
    }

    var modifying:
        @Sendable (any PaymentStore, PaymentID, @escaping @Sendable (Payment) -> PaymentChange?) async throws
            -> ModifyOutcome? = { base, id, change in try await base.modify(id, change) }

    var absorbing: @Sendable (any PaymentStore, [CallbackDelivery]) async throws -> [AbsorbOutcome] = { base, batch in
        try await base.absorb(batch)
    }

    var reading: @Sendable (any PaymentStore, PaymentID) async throws -> Payment? = { base, id in
        try await base.payment(id)
    }

    var listing: @Sendable (any PaymentStore, PaymentFilter) async throws -> [Payment] = { base, filter in
        try await base.payments(matching: filter)
    }

    var recalling: @Sendable (any PaymentStore, PaymentID) async throws -> [HistoryEntry] = { base, id in
        try await base.history(of: id)
    }

    var claimingDue: @Sendable (any PaymentStore, Claiming) async throws -> [Payment] = { base, claiming in
        try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until)
    }

    var claimingNotifications: @Sendable (any PaymentStore, Claiming) async throws -> [PendingNotification] = {
        base,
        claiming in
        try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
    }

    var settling: @Sendable (any PaymentStore, NotificationResult) async throws -> Void = { base, result in
        try await base.settle(result)
    }

    var holding: @Sendable (any PaymentStore, IdempotencyKey, PaymentKind) async throws -> Payment? = {
        base,
        key,
        kind in
        try await base.payment(holding: key, kind: kind)
    }

    var listingNotifications: @Sendable (any PaymentStore, OutboxFilter) async throws -> [OutboxEntry] = {
        base,
        filter in
        try await base.notifications(matching: filter)
    }

    var replaying: @Sendable (any PaymentStore, String, Date) async throws -> Bool = { base, id, now in
        try await base.replayNotification(id, at: now)
    }

    var listingInbox: @Sendable (any PaymentStore, InboxFilter) async throws -> [InboxEntry] = { base, filter in
        try await base.inbox(matching: filter)
    }

    var readingInbox: @Sendable (any PaymentStore, Int64) async throws -> InboxEntry? = { base, number in
        try await base.inboxEntry(number)
    }

    var serving: @Sendable (any PaymentStore) async throws -> Void = { try await $0.beginServing() }

    var checking: @Sendable (any PaymentStore) async throws -> Void = { try await $0.check() }

    init(_ base: any PaymentStore) {
        self.base = base
    }

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        try await stored { try await recording(base, payment) }
    }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await stored { try await modifying(base, id, change) }
    }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        try await stored { try await absorbing(base, batch) }
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        try await stored { try await reading(base, id) }
    }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        try await stored { try await listing(base, filter) }
    }

    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await stored { try await recalling(base, id) }
    }

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        try await stored { try await claimingDue(base, Claiming(now: now, limit: limit, until: until)) }
    }

    func claimNotifications(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [PendingNotification] {
        try await stored { try await claimingNotifications(base, Claiming(now: now, limit: limit, until: until)) }
    }

    func settle(_ result: NotificationResult) async throws(StoreError) {
        try await stored { try await settling(base, result) }
    }

    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        try await stored { try await holding(base, key, kind) }
    }

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        try await stored { try await listingNotifications(base, filter) }
    }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        try await stored { try await replaying(base, id, now) }
    }

    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        try await stored { try await listingInbox(base, filter) }
    }

    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? {
        try await stored { try await readingInbox(base, number) }
    }

    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        try await base.forgetCallbacks(before: time, limit: limit)
    }

    func beginServing() async throws(StoreError) { try await stored { try await serving(base) } }

    func check() async throws(StoreError) { try await stored { try await checking(base) } }

    func close() async { await base.close() }
}

/// The arguments of a call that takes work.
struct Claiming: Sendable {
    var now: Date
    var limit: Int
    var until: Date
}

/// Lets a wrong method throw without saying what.
private func stored<Value>(_ work: () async throws -> Value) async throws(StoreError) -> Value {
    do {
        return try await work()
    } catch let error as StoreError {
        throw error
    } catch {
        throw StoreError(.unavailable, "the mutant failed", cause: error)
    }
}
