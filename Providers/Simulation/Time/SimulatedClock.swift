import Synchronization

/// A clock that stands still until it is told to advance, so that tests of delays take no time.
public final class SimulatedClock: Clock {
    /// A moment: what the clock has advanced since it was made.
    public struct Instant: InstantProtocol {
        /// The time since the clock was made.
        public let offset: Duration

        /// The moment that lies the duration later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        /// The time from this moment to the other.
        public func duration(to other: Instant) -> Duration { other.offset - offset }

        /// Earlier is less.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var nextSleeper = 0
        var sleepers: [Int: (deadline: Instant, wake: CheckedContinuation<Void, any Error>)] = [:]
        var watchers: [(deadline: Instant, promise: Promise<Void>)] = []
    }

    private let state = Mutex(State())

    /// Makes a clock that reads zero.
    public init() {}

    /// What the clock reads.
    public var now: Instant { state.withLock { $0.now } }

    /// It never measures more finely than it is moved.
    public var minimumResolution: Duration { .zero }

    /// Suspends until the clock has been advanced to the deadline.
    ///
    /// - Parameters:
    ///   - deadline: the moment to wake at.
    ///   - tolerance: not used.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let sleeper = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                lieDown(sleeper, until: deadline, wake: continuation)
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: sleeper) }?.wake.resume(throwing: CancellationError())
        }
    }

    /// Moves the clock on and wakes, earliest first, everything whose time has come.
    ///
    /// - Parameter duration: how far.
    public func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for sleeper in due.keys { state.sleepers[sleeper] = nil }
            return due.sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }.map(\.value.wake)
        }
        for wake in due { wake.resume() }
    }

    /// Suspends until something sleeps that is to wake at exactly that time, so that a test can advance safely.
    ///
    /// - Parameter offset: the time of waking, counted from when the clock was made.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func waitForSleeper(at offset: Duration) async throws {
        let deadline = Instant(offset: offset)
        let promise = Promise<Void>()
        let alreadyAsleep = state.withLock { state in
            if state.sleepers.values.contains(where: { $0.deadline == deadline }) { return true }
            state.watchers.append((deadline, promise))
            return false
        }
        if !alreadyAsleep { try await promise.value() }
    }

    private func lieDown(_ sleeper: Int, until deadline: Instant, wake: CheckedContinuation<Void, any Error>) {
        enum Outcome { case asleep([Promise<Void>]), due, cancelled }
        let outcome = state.withLock { state -> Outcome in
            if Task.isCancelled { return .cancelled }
            if deadline <= state.now { return .due }
            state.sleepers[sleeper] = (deadline, wake)
            let watching = state.watchers.filter { $0.deadline == deadline }.map(\.promise)
            state.watchers.removeAll { $0.deadline == deadline }
            return .asleep(watching)
        }
        switch outcome {
        case .asleep(let watching): for promise in watching { promise.fulfil(()) }
        case .due: wake.resume()
        case .cancelled: wake.resume(throwing: CancellationError())
        }
    }
}
