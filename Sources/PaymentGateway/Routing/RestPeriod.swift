import Foundation
import PaymentIntents
import Synchronization

/// Remembers until when a provider wants no more questions about payments of one account.
///
/// It holds back questions, and creations that are repeated to find out about them. A new creation is sent all the same:
/// it may be limited apart, and another 429 sends it to the next account.
final class RestPeriod: Sendable {
    private let end = Mutex<Date?>(nil)

    /// Takes note of a 429.
    ///
    /// - Parameters:
    ///   - retryAfter: How long the provider wants to be left alone, if it said so.
    ///   - now: The present time.
    func begin(_ retryAfter: Duration?, at now: Date) {
        guard let retryAfter else { return }
        let newEnd = now.addingTimeInterval(retryAfter.seconds)
        // What was said before the clock stepped back ends later than any rest can.
        let latest = now.addingTimeInterval(RetryAfter.bounds.upperBound.seconds)
        end.withLock { end in end = max(end.flatMap { $0 <= latest ? $0 : nil } ?? newEnd, newEnd) }
    }

    /// How long the provider is still to be left alone.
    ///
    /// - Parameter now: The present time.
    /// - Returns: The rest of the time, or `nil` when it may be asked.
    func remainder(at now: Date) -> Duration? {
        guard let end = end.withLock(\.self), now < end else { return nil }
        // A rest that would last longer than any can is one of a clock that has stepped back since.
        let rest = Duration.seconds(end.timeIntervalSince(now).rounded(.up))
        return rest <= RetryAfter.bounds.upperBound ? rest : nil
    }
}
