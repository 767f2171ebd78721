import Dispatch
import Foundation
import Synchronization

/// Runs the engine's tasks one at a time, on the thread that asks for it, and holds each of them at every call that
/// leaves the engine until the simulation lets it go on.
///
/// So at most one task can run at any moment, and which one goes on is decided by the simulation alone. The store works
/// on threads of its own, and the engine's callback writer is a task that nobody can pin to an executor: as long as one
/// of them is at work, nothing else is let run.
final class Scheduler: TaskExecutor {
    fileprivate struct State {
        var jobs: [UnownedJob] = []
        var held: [HeldCall] = []
        var nextNumber = 0
        var dead: Set<Int> = []
        var tasks: [Int: [Task<Void, Never>]] = [:]
        var outside = 0
        /// Callbacks that were handed to an engine and have not come to its store yet.
        var arriving: [Int: Int] = [:]
        /// Whether an engine's writer is in a call of the store.
        var absorbing: [Int: Int] = [:]
        /// Callbacks that the store is done with, and the engine has not answered yet.
        var leaving = 0
    }

    fileprivate enum Next {
        case job(UnownedJob)
        case wait, idle
    }

    /// Whether the present task is in the call of the store that takes callbacks in.
    @TaskLocal static var isAbsorbing = false

    private let state = Mutex(State())
    private let changed = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        changed.signal()
    }

    /// Everything that is held, in the order in which it came.
    var held: [HeldCall] { state.withLock(\.held) }

    /// Begins a task of an engine. It runs when the simulation waits for it.
    func start(for engine: Int = 0, _ work: @escaping @Sendable () async -> Void) {
        let task = Task(executorPreference: self) { await work() }
        if engine > 0 { state.withLock { $0.tasks[engine, default: []].append(task) } }
    }

    /// Runs a task to its end, which must not be held anywhere.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
        let result = Mutexed<Result<Value, any Error>?>(nil)
        start {
            do {
                let value = try await work()
                result.set(.success(value))
            } catch {
                result.set(.failure(error))
            }
        }
        runUntilIdle()
        guard let result = result.value else { throw Violation("a task that should have ended is held") }
        return try result.get()
    }

    /// Runs everything that can run, until each task is held or has ended.
    func runUntilIdle() {
        while true {
            switch state.withLock({ $0.next() }) {
            case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
            case .wait:
                guard changed.wait(timeout: .now() + 600) == .success else {
                    preconditionFailure("nothing has moved for ten minutes: \(state.withLock { "\($0)" })")
                }
            case .idle: return
            }
        }
    }
}

extension Scheduler {
    /// Holds the present task until the simulation decides how its call goes.
    func hold(_ call: HeldCall.Call, of engine: Int) async -> Verdict {
        let isAbsorbing = Self.isAbsorbing
        defer { changed.signal() }
        return await withCheckedContinuation { resume in
            let isDead = state.withLock { state in
                if state.dead.contains(engine) { return true }
                state.nextNumber += 1
                state.held.append(
                    HeldCall(
                        number: state.nextNumber,
                        engine: engine,
                        call: call,
                        isAbsorbing: isAbsorbing,
                        resume: resume
                    )
                )
                return false
            }
            if isDead { resume.resume(returning: .dead) } else { changed.signal() }
        }
    }

    /// Lets one held task go on, and everything that follows from it.
    func release(_ held: HeldCall, _ verdict: Verdict) {
        state.withLock { $0.held.removeAll { $0.number == held.number } }
        held.resume.resume(returning: verdict)
        runUntilIdle()
    }

    /// Ends an engine: none of its calls leaves it from now on.
    func kill(_ engine: Int) {
        let (held, tasks) = state.withLock { state in
            state.dead.insert(engine)
            defer { state.held.removeAll { $0.engine == engine } }
            return (state.held.filter { $0.engine == engine }, state.tasks.removeValue(forKey: engine) ?? [])
        }
        for task in tasks { task.cancel() }
        for call in held { call.resume.resume(returning: .dead) }
        runUntilIdle()
    }

    /// Makes a call that goes on outside of the simulation's thread.
    func outside<Value, Failure: Error>(
        _ call: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        state.withLock { $0.outside += 1 }
        defer {
            state.withLock { $0.outside -= 1 }
            changed.signal()
        }
        return try await call()
    }

    /// An engine is handed a callback.
    func callbackArrives(at engine: Int) {
        state.withLock { $0.arriving[engine, default: 0] += 1 }
    }

    /// An engine has answered a callback, which came to its store or was refused before.
    func callbackAnswered(by engine: Int, wasWritten: Bool) {
        state.withLock { state in
            if wasWritten { state.leaving -= 1 } else { state.arriving[engine, default: 0] -= 1 }
        }
    }

    /// Takes callbacks in, as the writer of an engine does.
    func absorbing<Value, Failure: Error>(
        _ count: Int,
        by engine: Int,
        _ call: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        state.withLock { state in
            state.arriving[engine, default: 0] -= count
            state.absorbing[engine, default: 0] += 1
        }
        defer {
            state.withLock { state in
                state.absorbing[engine, default: 0] -= 1
                state.leaving += count
            }
            changed.signal()
        }
        return try await call()
    }
}

extension Scheduler.State {
    fileprivate mutating func next() -> Scheduler.Next {
        guard jobs.isEmpty else { return .job(jobs.removeFirst()) }
        return isBusy ? .wait : .idle
    }

    /// Whether something is at work that no job stands for.
    private var isBusy: Bool {
        if outside > 0 || leaving > 0 { return true }
        // Its writer is about to call the store.
        if arriving.contains(where: { $0.value > 0 && absorbing[$0.key, default: 0] == 0 }) { return true }
        return absorbing.contains { engine, count in
            count > held.count { $0.engine == engine && $0.isAbsorbing }
        }
    }
}
