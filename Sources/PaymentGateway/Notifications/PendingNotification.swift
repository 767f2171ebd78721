/// A notification that somebody has taken to deliver it.
public struct PendingNotification: Sendable, Hashable {
    /// What is to be told.
    public let notification: PaymentNotification

    /// How often delivery was tried before.
    public let attempts: Int

    /// Grows each time the notification is taken, so that a stale worker cannot write.
    public let fence: Int

    /// Collects a taken notification.
    ///
    /// - Parameters:
    ///   - notification: What is to be told.
    ///   - attempts: How often delivery was tried before.
    ///   - fence: Grows each time the notification is taken.
    public init(_ notification: PaymentNotification, attempts: Int, fence: Int) {
        self.notification = notification
        self.attempts = attempts
        self.fence = fence
    }
}
