import Dispatch
import PaymentGateway
import PaymentIntents
import Synchronization
import Testing

@testable import PaymentStoreSQLite

@Suite("The store's thread", .timeLimit(.minutes(30)))
struct TurnTests {
    /// Runs a task where it is made, as far as it gets: then its call waits for its turn.
    private final class Inline: TaskExecutor {
        func enqueue(_ job: consuming ExecutorJob) { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    /// Who had a turn, in order.
    private final class Turns: Sendable {
        private let names = Mutex<[String]>([])

        var all: [String] { names.withLock(\.self) }

        func take(_ name: String) { names.withLock { $0.append(name) } }
    }

    @Test("row 23: who feeds the store has its turn before the calls that are made later, however many there are")
    func turn() async throws {
        try await StoreFolder.withStore { store in
            let id = try await store.recorded(try Samples.payment()).id
            let (inline, turns, end) = (Inline(), Turns(), DispatchSemaphore(value: 0))
            let first = Task(executorPreference: inline) {
                try await store.modify(id) { _ in
                    end.wait()
                    return nil
                }
            }
            let feeder = Task(executorPreference: store.feedingExecutor) { turns.take("feeder") }
            let later = (1...3)
                .map { number in
                    Task(executorPreference: inline) {
                        try await store.modify(id) { _ in
                            turns.take("call \(number)")
                            return nil
                        }
                    }
                }
            end.signal()
            _ = try await first.value
            await feeder.value
            for call in later { _ = try await call.value }
            #expect(turns.all == ["feeder", "call 1", "call 2", "call 3"])
        }
    }
}
