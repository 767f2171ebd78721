public import Foundation

/// The simulator's only source of time: calendar dates and pauses, both derived from one injected clock.
///
/// With `ContinuousClock` it is real time; with ``SimulatedClock`` a test decides how late it is.
public struct Timekeeper: Sendable {
    private let origin: Date
    private let elapsed: @Sendable () -> Duration
    private let sleepUntil: @Sendable (Duration) async throws -> Void

    /// Starts counting now.
    ///
    /// - Parameters:
    ///   - clock: what measures the time that passes.
    ///   - origin: the calendar date at this moment.
    public init<C: Clock>(_ clock: C = ContinuousClock(), startingAt origin: Date = Date())
    where C.Duration == Duration {
        let start = clock.now
        self.origin = origin
        self.elapsed = { start.duration(to: clock.now) }
        self.sleepUntil = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
    }

    /// The calendar date on the injected clock.
    public var now: Date { origin.addingTimeInterval(elapsed() / .seconds(1)) }

    /// Suspends until the date has come; returns at once when it has passed.
    ///
    /// - Parameter date: when to go on.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(until date: Date) async throws {
        try await sleepUntil(.seconds(date.timeIntervalSince(origin)))
    }

    /// Suspends for a while.
    ///
    /// - Parameter duration: how long.
    /// - Throws: `CancellationError` when the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await sleepUntil(elapsed() + duration)
    }
}
