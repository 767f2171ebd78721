/// Gathers what arrives and commits it together, so that durability costs one sync to disk a batch, and not one a
/// callback.
///
/// While one batch is being written the next one gathers; nobody waits for a timer. Each caller gets its answer after
/// the commit that holds its callback.
actor CallbackWriter {
    /// The most that one transaction takes.
    private static let largestBatch = 256

    /// The most that may wait. Beyond it the provider is told to come again: memory stays bounded.
    private static let longestQueue = 4096

    private struct Waiting {
        let delivery: CallbackDelivery
        let answer: CheckedContinuation<Result<AbsorbOutcome, StoreError>, Never>
    }

    private let store: any PaymentStore
    private var queue: [Waiting] = []
    private var isWriting = false

    init(store: any PaymentStore) {
        self.store = store
    }

    /// How many wait for the batch after the one that is being written.
    var waiting: Int { queue.count }

    /// Writes one callback, together with whatever else is waiting.
    ///
    /// - Parameter delivery: The callback.
    /// - Returns: What became of it.
    /// - Throws: ``StoreError``; then nothing of this callback is in the store.
    func write(_ delivery: CallbackDelivery) async throws(StoreError) -> AbsorbOutcome {
        guard queue.count < Self.longestQueue else { throw StoreError(.busy, "too many callbacks wait to be written") }
        let result = await withCheckedContinuation { answer in
            queue.append(Waiting(delivery: delivery, answer: answer))
            guard !isWriting else { return }
            isWriting = true
            Task { await drain() }
        }
        return try result.get()
    }

    private func drain() async {
        while !queue.isEmpty {
            let batch = Array(queue.prefix(Self.largestBatch))
            queue.removeFirst(batch.count)
            await commit(batch)
        }
        isWriting = false
    }

    /// Commits a batch. When something in it cannot be written, each one is tried alone, so that it stops no other; and
    /// what cannot be folded into its payment even alone is parked: it is authentic, so it must not be lost.
    private func commit(_ batch: [Waiting]) async {
        do throws(StoreError) {
            let outcomes = try await store.absorb(batch.map(\.delivery))
            guard outcomes.count == batch.count else {
                throw StoreError(.unavailable, "the store did not say what it did with each callback")
            }
            for (waiting, outcome) in zip(batch, outcomes) { waiting.answer.resume(returning: .success(outcome)) }
        } catch  where batch.count > 1 && error.isPermanent {
            for waiting in batch { await commit([waiting]) }
        } catch  where batch.count == 1 && error.isPermanent && !batch[0].delivery.isParked {
            await commit([Waiting(delivery: batch[0].delivery.parked(because: error), answer: batch[0].answer)])
        } catch {
            for waiting in batch { waiting.answer.resume(returning: .failure(error)) }
        }
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
