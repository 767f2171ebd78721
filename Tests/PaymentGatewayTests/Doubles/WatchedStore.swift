import Foundation
import PaymentGateway
import PaymentIntents
import Synchronization

/// A store that counts what is asked of it, and fails or waits when a test says so. Everything else a real store does.
final class WatchedStore: PaymentStore {
    enum Call: Sendable, Hashable {
        case record, modify, absorb, read, claimDue, claimNotifications, settle, check
    }

    private struct State {
        var calls: [Call] = []
        var batches: [Int] = []
        var failures: [Call: [StoreError.Code]] = [:]
        var failuresAfterwards: [Call: [StoreError.Code]] = [:]
        var gates: [Call: Gate] = [:]
        var modificationsToPass = 0
        var longestPage = Int.max
    }

    private let store: any PaymentStore
    private let state = Mutex(State())

    init(_ store: any PaymentStore) {
        self.store = store
    }

    /// Every call so far.
    var calls: [Call] { state.withLock(\.calls) }

    /// How many callbacks each call of `absorb` brought.
    var batches: [Int] { state.withLock(\.batches) }

    /// Fails the next calls of a kind, before anything is written.
    func fail(_ call: Call, with codes: StoreError.Code...) {
        state.withLock { $0.failures[call, default: []] += codes }
    }

    /// Fails the next calls of a kind after everything was written, as if the answer had been lost.
    func failAfterwards(_ call: Call, with codes: StoreError.Code...) {
        state.withLock { $0.failuresAfterwards[call, default: []] += codes }
    }

    /// Lets a creation be leased and sent, and fails when its outcome is to be written: a crash in between.
    func failSettlement() {
        state.withLock { $0.modificationsToPass = 1 }
        fail(.modify, with: .unavailable)
    }

    /// Gives no more payments at once than this, as a store does that cannot read the others of a page.
    func shortenPages(to length: Int) {
        state.withLock { $0.longestPage = length }
    }

    /// Holds every call of a kind back until a gate opens.
    func hold(_ call: Call, at gate: Gate) {
        state.withLock { $0.gates[call] = gate }
    }

    private func watch<Value>(
        _ call: Call,
        _ work: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let gate = state.withLock { state in
            state.calls.append(call)
            return state.gates[call]
        }
        await gate?.wait()
        if let code = next(call, in: \.failures) { throw StoreError(code, "as the test says") }
        let value = try await work()
        if let code = next(call, in: \.failuresAfterwards) { throw StoreError(code, "as the test says") }
        return value
    }

    private func next(_ call: Call, in list: WritableKeyPath<State, [Call: [StoreError.Code]]>) -> StoreError.Code? {
        state.withLock { state in
            guard let code = state[keyPath: list][call]?.first else { return nil }
            if call == .modify, state.modificationsToPass > 0 {
                state.modificationsToPass -= 1
                return nil
            }
            state[keyPath: list][call]?.removeFirst()
            return code
        }
    }

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome {
        try await watch(.record) { () throws(StoreError) in try await store.record(payment) }
    }

    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? {
        try await watch(.modify) { () throws(StoreError) in try await store.modify(id, change) }
    }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        state.withLock { $0.batches.append(batch.count) }
        return try await watch(.absorb) { () throws(StoreError) in try await store.absorb(batch) }
    }

    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? {
        try await watch(.read) { () throws(StoreError) in try await store.payment(id) }
    }

    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? {
        try await watch(.read) { () throws(StoreError) in try await store.payment(holding: key, kind: kind) }
    }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] {
        var filter = filter
        filter.limit = min(filter.limit, state.withLock(\.longestPage))
        let shortened = filter
        return try await watch(.read) { () throws(StoreError) in try await store.payments(matching: shortened) }
    }

    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] {
        try await watch(.read) { () throws(StoreError) in try await store.history(of: id) }
    }

    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] {
        try await watch(.claimDue) { () throws(StoreError) in
            try await store.claimDue(at: now, limit: limit, until: until)
        }
    }

    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] {
        try await watch(.claimNotifications) { () throws(StoreError) in
            try await store.claimNotifications(at: now, limit: limit, until: until)
        }
    }

    func settle(_ result: NotificationResult) async throws(StoreError) {
        try await watch(.settle) { () throws(StoreError) in try await store.settle(result) }
    }

    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] {
        try await watch(.read) { () throws(StoreError) in try await store.notifications(matching: filter) }
    }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool {
        try await store.replayNotification(id, at: now)
    }

    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] {
        try await watch(.read) { () throws(StoreError) in try await store.inbox(matching: filter) }
    }

    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? {
        try await watch(.read) { () throws(StoreError) in try await store.inboxEntry(number) }
    }

    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        try await store.forgetCallbacks(before: time, limit: limit)
    }

    func beginServing() async throws(StoreError) {
        try await store.beginServing()
    }

    func check() async throws(StoreError) {
        try await watch(.check) { () throws(StoreError) in try await store.check() }
    }

    func close() async {
        await store.close()
    }
}
