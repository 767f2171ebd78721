import Synchronization

/// Gathers what arrives and commits it together, so that durability costs one sync to disk a batch, and not one a
/// callback.
///
/// While one batch is being written the next one gathers; nobody waits for a timer. Each caller gets its answer after
/// the commit that holds its callback.
///
/// A lock and no actor: a caller would change threads twice to put one value into a list.
final class CallbackWriter: Sendable {
    /// The most that one transaction takes.
    fileprivate static let largestBatch = 256

    /// The most that may wait. Beyond it the provider is told to come again: memory stays bounded.
    fileprivate static let longestQueue = 4096

    fileprivate struct Waiting {
        let delivery: CallbackDelivery
        let answer: CheckedContinuation<Result<AbsorbOutcome, StoreError>, Never>
    }

    fileprivate struct Queue {
        var waiting: [Waiting] = []
        var isWriting = false
    }

    private let store: any PaymentStore
    private let queue = Mutex(Queue())

    init(store: any PaymentStore) {
        self.store = store
    }

    /// How many wait for the batch after the one that is being written.
    var waiting: Int { queue.withLock { $0.waiting.count } }

    /// Writes one callback, together with whatever else is waiting.
    ///
    /// - Parameter delivery: The callback.
    /// - Returns: What became of it.
    /// - Throws: ``StoreError``; then nothing of this callback is in the store.
    func write(_ delivery: CallbackDelivery) async throws(StoreError) -> AbsorbOutcome {
        let result = await withCheckedContinuation { answer in
            let waiting = Waiting(delivery: delivery, answer: answer)
            let place = queue.withLock { $0.add(waiting) }
            switch place {
            case .none:
                answer.resume(returning: .failure(StoreError(.busy, "too many callbacks wait to be written")))
            case .first: Task(executorPreference: store.feedingExecutor) { [self] in await drain() }
            case .behindOthers: break
            }
        }
        return try result.get()
    }

    private func drain() async {
        while let batch = queue.withLock({ $0.nextBatch() }) { await commit(batch) }
    }

    /// Commits a batch. When something in it cannot be written, each one is tried alone, so that it stops no other; and
    /// what cannot be folded into its payment even alone is parked: it is authentic, so it must not be lost.
    private func commit(_ batch: [Waiting]) async {
        do throws(StoreError) {
            let outcomes = try await store.absorb(batch.map(\.delivery))
            guard outcomes.count == batch.count else {
                throw StoreError(.unavailable, "the store did not say what it did with each callback")
            }
            guard store.feedingExecutor != nil else { return answer(batch, outcomes) }
            // Each answer wakes somebody. The store's own thread goes on with the next batch meanwhile.
            Task { answer(batch, outcomes) }
        } catch  where batch.count > 1 && error.isPermanent {
            for waiting in batch { await commit([waiting]) }
        } catch  where batch.count == 1 && error.isPermanent && !batch[0].delivery.isParked {
            await commit([Waiting(delivery: batch[0].delivery.parked(because: error), answer: batch[0].answer)])
        } catch {
            for waiting in batch { waiting.answer.resume(returning: .failure(error)) }
        }
    }
}

extension CallbackWriter {
    private func answer(_ batch: [Waiting], _ outcomes: [AbsorbOutcome]) {
        for (waiting, outcome) in zip(batch, outcomes) { waiting.answer.resume(returning: .success(outcome)) }
    }
}

extension StoreError {
    /// Whether the very same write would fail again: it says something impossible, or meets a row that cannot be read.
    fileprivate var isPermanent: Bool { code == .rejected || code == .incompatible }
}

extension CallbackDelivery {
    fileprivate var isParked: Bool {
        guard case .keep(.parked, _) = meaning else { return false }
        return true
    }

    fileprivate func parked(because error: StoreError) -> CallbackDelivery {
        CallbackDelivery(
            account: account,
            callback: callback,
            bodyHash: bodyHash,
            receivedAt: receivedAt,
            meaning: .keep(.parked, note: error.message)
        )
    }
}

extension CallbackWriter.Queue {
    /// Where a callback got into the queue; `none` when it is full.
    fileprivate enum Place { case none, first, behindOthers }

    fileprivate mutating func add(_ callback: CallbackWriter.Waiting) -> Place {
        guard waiting.count < CallbackWriter.longestQueue else { return .none }
        waiting.append(callback)
        guard !isWriting else { return .behindOthers }
        isWriting = true
        return .first
    }

    /// Takes what is to be committed next; with nothing left, the writing ends.
    fileprivate mutating func nextBatch() -> [CallbackWriter.Waiting]? {
        guard !waiting.isEmpty else {
            isWriting = false
            return nil
        }
        let batch = Array(waiting.prefix(CallbackWriter.largestBatch))
        waiting.removeFirst(batch.count)
        return batch
    }
}
