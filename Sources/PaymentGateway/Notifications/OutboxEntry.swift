public import Foundation

/// A notification as the outbox holds it.
public struct OutboxEntry: Sendable, Hashable {
    /// Where it stands: the order in which changes were committed.
    public let position: Int64

    /// The notification.
    public let notification: PaymentNotification

    /// How far it has come.
    public let state: OutboxState

    /// How often it was sent.
    public let attempts: Int

    /// When it is sent next; `nil` when it waits for an older one of its payment, or is done with.
    public let dueAt: Date?

    /// Collects an entry.
    ///
    /// - Parameters:
    ///   - position: Where it stands.
    ///   - notification: The notification.
    ///   - state: How far it has come.
    ///   - attempts: How often it was sent.
    ///   - dueAt: When it is sent next.
    public init(position: Int64, notification: PaymentNotification, state: OutboxState, attempts: Int, dueAt: Date?) {
        self.position = position
        self.notification = notification
        self.state = state
        self.attempts = attempts
        self.dueAt = dueAt
    }
}
