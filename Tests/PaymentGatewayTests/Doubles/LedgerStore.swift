import Foundation
import PaymentGateway
import PaymentIntents
import Synchronization

/// A store that only takes callbacks in, and holds the first call back until its gate opens.
final class LedgerStore: PaymentStore {
    private struct State {
        var batches: [[String]] = []
        var committed: [String] = []
        var failures: [StoreError.Code]
    }

    let gate = Gate()
    let feedingExecutor: (any TaskExecutor)?
    private let rejected: String?
    private let isSilent: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - feedingExecutor: Where it wants to be fed.
    ///   - rejected: The body that it does not take.
    ///   - isSilent: Whether it says nothing about what it took.
    ///   - failures: How its first calls fail.
    init(
        feedingExecutor: (any TaskExecutor)? = nil,
        rejected: String? = nil,
        isSilent: Bool = false,
        failures: [StoreError.Code] = []
    ) {
        self.feedingExecutor = feedingExecutor
        self.rejected = rejected
        self.isSilent = isSilent
        state = Mutex(State(failures: failures))
    }

    /// The bodies that each call brought.
    var batches: [[String]] { state.withLock(\.batches) }

    /// The bodies that are written.
    var committed: [String] { state.withLock(\.committed) }

    func absorb(_ batch: [CallbackDelivery]) async throws(StoreError) -> [AbsorbOutcome] {
        await gate.wait()
        let failure = state.withLock { state -> StoreError.Code? in
            let bodies = batch.map(\.bodyHash)
            state.batches.append(bodies)
            if !state.failures.isEmpty { return state.failures.removeFirst() }
            if let rejected, bodies.contains(rejected) { return .rejected }
            state.committed += bodies
            return nil
        }
        if let failure { throw StoreError(failure, "as the test says") }
        return isSilent ? [] : batch.map { _ in .kept(.notUnderstood) }
    }

    private static let unused = StoreError(.unavailable, "this store only takes callbacks")

    func record(_ payment: Payment) async throws(StoreError) -> RecordOutcome { throw Self.unused }
    func modify(
        _ id: PaymentID,
        _ change: @escaping @Sendable (Payment) -> PaymentChange?
    ) async throws(StoreError) -> ModifyOutcome? { throw Self.unused }
    func payment(_ id: PaymentID) async throws(StoreError) -> Payment? { throw Self.unused }
    func payment(holding key: IdempotencyKey, kind: PaymentKind) async throws(StoreError) -> Payment? { nil }

    func payments(matching filter: PaymentFilter) async throws(StoreError) -> [Payment] { throw Self.unused }
    func history(of id: PaymentID) async throws(StoreError) -> [HistoryEntry] { throw Self.unused }
    func claimDue(at now: Date, limit: Int, until: Date) async throws(StoreError) -> [Payment] { throw Self.unused }
    func claimNotifications(
        at now: Date,
        limit: Int,
        until: Date
    ) async throws(StoreError) -> [PendingNotification] { throw Self.unused }
    func settle(_ result: NotificationResult) async throws(StoreError) { throw Self.unused }
    func notifications(matching filter: OutboxFilter) async throws(StoreError) -> [OutboxEntry] { [] }

    func replayNotification(_ id: String, at now: Date) async throws(StoreError) -> Bool { false }

    func inbox(matching filter: InboxFilter) async throws(StoreError) -> [InboxEntry] { [] }

    func inboxEntry(_ number: Int64) async throws(StoreError) -> InboxEntry? { nil }

    func forgetCallbacks(before time: Date, limit: Int) async throws(StoreError) -> Bool {
        false
    }

    func beginServing() async throws(StoreError) { throw Self.unused }
    func check() async throws(StoreError) { throw Self.unused }
    func close() async {}
}
