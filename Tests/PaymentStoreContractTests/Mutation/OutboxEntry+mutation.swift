import Foundation
import PaymentGateway

extension OutboxEntry {
    /// The entry at another position, or in another state.
    func with(position: Int64? = nil, state: OutboxState? = nil, attempts: Int? = nil) -> OutboxEntry {
        OutboxEntry(
            position: position ?? self.position,
            notification: notification,
            state: state ?? self.state,
            attempts: attempts ?? self.attempts,
            dueAt: dueAt
        )
    }

    /// The entry due at another time, or never.
    func with(dueAt: Date?) -> OutboxEntry {
        OutboxEntry(position: position, notification: notification, state: state, attempts: attempts, dueAt: dueAt)
    }
}
