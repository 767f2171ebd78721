public import Foundation

/// How one try to deliver a notification went.
public struct NotificationResult: Sendable, Hashable {
    /// What follows from it.
    public enum Outcome: Sendable, Hashable {
        /// The merchant took it.
        case delivered
        /// It is to be tried again at this time.
        case retry(at: Date)
        /// It is not tried again by itself.
        case dead
    }

    /// The notification's id.
    public let id: String

    /// The fence under which it was taken.
    public let fence: Int

    /// What follows.
    public let outcome: Outcome

    /// Collects a result.
    ///
    /// - Parameters:
    ///   - id: The notification's id.
    ///   - fence: The fence under which it was taken.
    ///   - outcome: What follows.
    public init(id: String, fence: Int, outcome: Outcome) {
        self.id = id
        self.fence = fence
        self.outcome = outcome
    }
}
