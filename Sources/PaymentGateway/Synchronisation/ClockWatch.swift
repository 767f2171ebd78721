import Foundation
import Synchronization

/// Notices that the system's clock was set back: while this process ran, or since the newest payment was recorded.
///
/// Times in the store are the system's: several processes share them, and they outlive a restart. Set forward, a clock
/// ends waits and leases early: fences keep two workers apart, and a withdrawal that is just being sent is shown to a
/// person for a while. Set back, it would make them last for as long as it was set back, so whoever waits by it looks
/// here first.
final class ClockWatch: Sendable {
    /// What a clock that is only corrected a little may do: no wait is noticeably longer for it.
    private static let tolerance: TimeInterval = 5

    private let latest = Mutex<Date?>(nil)

    /// Whether it knows a time to compare with.
    var hasBegun: Bool { latest.withLock { $0 != nil } }

    /// Begins with a time at which the clock stood before this process ran.
    func begin(with time: Date) {
        latest.withLock { $0 = max($0 ?? time, time) }
    }

    /// Whether the clock stands earlier than it stood before.
    ///
    /// - Parameter now: The present time.
    /// - Returns: `true` until somebody has seen to it, see ``accept(_:)``.
    func isSetBack(at now: Date) -> Bool {
        latest.withLock { latest in
            let highest = max(latest ?? now, now)
            latest = highest
            return now < highest.addingTimeInterval(-Self.tolerance)
        }
    }

    /// Goes on from this time: what waited by the later one has been brought forward.
    func accept(_ now: Date) {
        latest.withLock { $0 = now }
    }
}
