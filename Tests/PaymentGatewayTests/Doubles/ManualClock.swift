import Foundation
import PaymentGateway
import Synchronization

/// A clock that stands still until somebody waits by it: a wait moves the time on and returns at once.
final class ManualClock: GatewayClock {
    /// The time of the documented messages.
    static let start = Date(timeIntervalSince1970: 1_777_975_200)

    private let time = Mutex(ManualClock.start)

    var now: Date { time.withLock { $0 } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        advance(by: TimeInterval(duration / .nanoseconds(1)) / 1e9)
    }

    /// Moves the time on, or back.
    func advance(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}
