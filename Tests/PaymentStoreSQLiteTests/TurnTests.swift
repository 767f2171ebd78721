import PaymentGateway
import PaymentStoreSQLite
import Synchronization
import Testing

@Suite("The store's thread", .timeLimit(.minutes(30)))
struct TurnTests {
    /// What has happened so far.
    private final class Tally: Sendable {
        let calls = Atomic(0)
        let hadItsTurn = Atomic(false)
        static let mostCalls = 20_000

        var calledSoOften: Int { calls.load(ordering: .relaxed) }

        var isOver: Bool { hadItsTurn.load(ordering: .relaxed) || calledSoOften >= Self.mostCalls }
    }

    @Test("row 23: who feeds the store gets its turn, however many calls are made meanwhile")
    func turn() async throws {
        try await StoreFolder.withStore { store in
            let tally = Tally()
            await withDiscardingTaskGroup { group in
                // Always one of them waits, so the store's queue is never empty.
                for _ in 1...4 {
                    group.addTask {
                        while !tally.isOver {
                            _ = try? await store.payments(matching: PaymentFilter(limit: 1))
                            tally.calls.add(1, ordering: .relaxed)
                        }
                    }
                }
                group.addTask {
                    while tally.calledSoOften < 100 { await Task.yield() }
                    await Task(executorPreference: store.feedingExecutor) {
                        tally.hadItsTurn.store(true, ordering: .relaxed)
                    }
                    .value
                }
            }
            #expect(tally.calledSoOften < Tally.mostCalls)
        }
    }
}
