public import Foundation

/// The time, as the engine sees it.
///
/// It decides when to ask and when to repeat. No status follows from it but the expiry of a payment, and that one a
/// later success overrules.
public protocol GatewayClock: Sendable {
    /// The present time.
    var now: Date { get }

    /// Waits.
    ///
    /// - Parameter duration: How long.
    /// - Throws: `CancellationError` when the task is cancelled meanwhile.
    func sleep(for duration: Duration) async throws
}

/// The clock of the system.
public struct SystemClock: GatewayClock {
    /// The clock of the system.
    public init() {}

    /// The present time of the system.
    public var now: Date { Date() }

    /// Waits by the system's monotonic clock.
    public func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
