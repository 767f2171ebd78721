public import Foundation

/// One attempt to deliver a callback, as it ended.
public struct Delivery: Sendable {
    /// How an attempt ended.
    public enum Result: Sendable, Hashable {
        /// The merchant answered.
        case answered(CallbackAnswer)
        /// No answer came; the reason is for people.
        case unanswered(reason: String)
        /// A fault kept it from being sent at all.
        case dropped
    }

    /// What was sent.
    public let callback: OutgoingCallback
    /// Which attempt it was, counted from 1; 0 for a dropped one.
    public let attempt: Int
    /// How it ended.
    public let result: Result
    /// When it ended, on the simulator's clock.
    public let endedAt: Date

    /// The HTTP status code of the answer, if one came.
    public var status: Int? {
        guard case .answered(let answer) = result else { return nil }
        return answer.status
    }
}

extension Delivery: CustomStringConvertible, CustomReflectable {
    /// The event, the payment, the attempt and the status code.
    public var description: String { "\(callback), attempt \(attempt): \(status.map(String.init) ?? "no answer")" }

    /// As ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["summary": description]) }
}
