import Foundation
import PaymentGateway
import Synchronization

/// How long the call under way may go on waiting for a lock of another process.
///
/// SQLite asks it again and again, on the connection's own thread.
final class Patience: Sendable {
    private static let pause: useconds_t = 1_000

    private let deadline = Mutex(ContinuousClock.now)

    /// Sets when the call under way gives up.
    ///
    /// - Parameter instant: The time, on a clock that nobody sets.
    func lasts(until instant: ContinuousClock.Instant) {
        deadline.withLock { $0 = instant }
    }

    /// Takes a lock, waiting for others.
    ///
    /// - Parameter lock: The lock.
    /// - Throws: `StoreError`, with code `busy` when time is up.
    func take(_ lock: FileLock) throws(StoreError) {
        while try !lock.take() {
            guard waits() else { throw StoreError(.busy, "another process holds the store") }
        }
    }

    /// Waits a moment, unless time is up.
    ///
    /// - Returns: Whether to try again.
    func waits() -> Bool {
        guard ContinuousClock.now < deadline.withLock({ $0 }) else { return false }
        usleep(Self.pause)
        return true
    }
}
