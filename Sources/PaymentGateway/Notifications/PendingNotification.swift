public import Foundation

/// A notification that somebody has taken to deliver it.
public struct PendingNotification: Sendable, Hashable {
    /// What is to be told.
    public let notification: PaymentNotification

    /// How often delivery was tried before.
    public let attempts: Int

    /// Since when delivery is tried: the change, or the last time that somebody wanted it sent again.
    public let since: Date

    /// Grows each time the notification is taken, so that a stale worker cannot write.
    public let fence: Int

    /// Collects a taken notification.
    ///
    /// - Parameters:
    ///   - notification: What is to be told.
    ///   - attempts: How often delivery was tried before.
    ///   - since: Since when delivery is tried; the time of the change when not given.
    ///   - fence: Grows each time the notification is taken.
    public init(_ notification: PaymentNotification, attempts: Int, since: Date? = nil, fence: Int) {
        self.notification = notification
        self.attempts = attempts
        self.since = since ?? notification.at
        self.fence = fence
    }
}
