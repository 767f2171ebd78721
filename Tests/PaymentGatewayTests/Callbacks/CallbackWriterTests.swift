import Dispatch
import HTTPTypes
import PaymentIntents
import Synchronization
import Testing

@testable import PaymentGateway

@Suite("Callbacks: group commit")
struct CallbackWriterTests {
    private func delivery(_ body: String) -> CallbackDelivery? {
        guard let account = AccountName("wallets") else { return nil }
        return CallbackDelivery(
            account: account,
            callback: Callback(headers: [:], body: Array(body.utf8)),
            bodyHash: body,
            receivedAt: ManualClock.start,
            meaning: .keep(.notUnderstood, note: body)
        )
    }

    private func write(_ body: String, with writer: CallbackWriter) async -> Result<AbsorbOutcome, StoreError> {
        guard let delivery = delivery(body) else { return .failure(StoreError(.rejected, "no account")) }
        do throws(StoreError) {
            return .success(try await writer.write(delivery))
        } catch {
            return .failure(error)
        }
    }

    /// Lets the first callback into the store, and so many gather behind it, before the store goes on.
    private func gather(
        _ count: Int,
        in store: LedgerStore,
        with writer: CallbackWriter
    ) async -> [Result<AbsorbOutcome, StoreError>] {
        await withTaskGroup(of: Result<AbsorbOutcome, StoreError>.self) { group in
            group.addTask { await write("first", with: writer) }
            await store.gate.arrival()
            for number in 0..<count { group.addTask { await write("body \(number)", with: writer) } }
            while writer.waiting < count { await Task.yield() }
            await store.gate.open()
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("What arrives while one batch is written is committed in one call", arguments: [1, 2, 100, 256])
    func oneCall(_ count: Int) async {
        let store = LedgerStore()
        let results = await gather(count, in: store, with: CallbackWriter(store: store))
        #expect(results.count == count + 1)
        #expect(results.allSatisfy { (try? $0.get()) == .kept(.notUnderstood) })
        #expect(store.batches.map(\.count) == [1, count])
    }

    @Test("A store that says where it wants to be fed is fed there, and everybody gets an answer")
    func feeding() async {
        let executor = CountingExecutor()
        let store = LedgerStore(feedingExecutor: executor)
        let results = await gather(3, in: store, with: CallbackWriter(store: store))
        #expect(results.count == 4)
        #expect(results.allSatisfy { (try? $0.get()) == .kept(.notUnderstood) })
        #expect(executor.count > 0)
    }

    @Test("row 15: a batch is bounded")
    func largestBatch() async {
        let store = LedgerStore()
        _ = await gather(600, in: store, with: CallbackWriter(store: store))
        #expect(store.batches.map(\.count) == [1, 256, 256, 88])
    }

    @Test("Nobody is answered before the commit that holds its callback")
    func answersAfterCommit() async {
        let store = LedgerStore()
        let writer = CallbackWriter(store: store)
        async let result = write("first", with: writer)
        await store.gate.arrival()
        #expect(store.committed.isEmpty)
        await store.gate.open()
        _ = await result
        #expect(store.committed == ["first"])
    }

    @Test("row 15: the queue is bounded: whoever comes beyond it is told to come again, and nobody else suffers")
    func boundedQueue() async {
        let store = LedgerStore()
        let writer = CallbackWriter(store: store)
        let answered = Gate()
        await answered.open()
        let results = await withTaskGroup(of: Result<AbsorbOutcome, StoreError>.self) { group in
            group.addTask { await write("first", with: writer) }
            await store.gate.arrival()
            for number in 0..<4096 { group.addTask { await write("body \(number)", with: writer) } }
            while writer.waiting < 4096 { await Task.yield() }
            group.addTask {
                let result = await write("one too many", with: writer)
                await answered.wait()
                return result
            }
            while writer.waiting == 4096, await answered.arrivals == 0 { await Task.yield() }
            await store.gate.open()
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refusals = results.compactMap { result in
            if case .failure(let error) = result { error.code } else { nil }
        }
        #expect(refusals == [.busy])
        #expect(store.committed.count == 4097)
    }

    @Test("row 43: a row that the database does not take does not stop the others")
    func rejectedRow() async {
        let store = LedgerStore(rejected: "body 3")
        let results = await gather(10, in: store, with: CallbackWriter(store: store))
        #expect(results.filter { (try? $0.get()) != nil }.count == 10)
        #expect(store.committed.count == 10)
        #expect(!store.committed.contains("body 3"))
    }

    @Test("row 22: when the store is gone everybody in the batch hears it, and the next one tries anew")
    func unavailable() async {
        let store = LedgerStore(failures: [.unavailable])
        let writer = CallbackWriter(store: store)
        await store.gate.open()
        guard case .failure(let error) = await write("first", with: writer) else {
            Issue.record("it was written")
            return
        }
        #expect(error.code == .unavailable)
        #expect((try? await write("first", with: writer).get()) != nil)
    }

    @Test(
        "row 22: a callback that could not be committed is not accepted",
        arguments: [.unavailable, .busy] as [StoreError.Code]
    )
    func answer(_ code: StoreError.Code) async throws {
        try await Shop.open { shop async throws in
            shop.store.fail(.absorb, with: code)
            #expect(try await shop.receiveWallet(Wire.walletEvent()) == .unavailable)
        }
    }

    @Test("A store that answers for fewer callbacks than it got leaves nobody waiting")
    func missingOutcomes() async {
        let store = LedgerStore(isSilent: true)
        await store.gate.open()
        guard case .failure(let error) = await write("first", with: CallbackWriter(store: store)) else {
            Issue.record("nobody knows whether it was written")
            return
        }
        #expect(error.code == .unavailable)
    }
}

/// Runs tasks elsewhere than others do, and counts.
private final class CountingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "feeding")
    private let jobs = Mutex(0)

    var count: Int { jobs.withLock { $0 } }

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.withLock { $0 += 1 }
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
