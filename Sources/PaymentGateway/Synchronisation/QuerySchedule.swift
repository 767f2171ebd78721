import Foundation
import PaymentIntents

/// Decides when a provider is asked about a payment.
///
/// An unknown creation is asked about within 10 seconds, then less and less often. A payment that waits for the
/// customer is asked about when its time is up, since some claims have no callback and callbacks get lost; then less
/// and less often. Once 72 hours have passed since it was recorded, or since its time was up, the first answer is the
/// last one. Every wait is spread, so that what was created together is not asked about together.
enum QuerySchedule {
    private static let longest: TimeInterval = 72 * 3600
    /// How many answers without news end the questions about what has expired.
    private static let answersAboutExpired = 3
    private static let mostSilences = 72

    /// When to ask next, or `nil` when nothing more is expected.
    ///
    /// - Parameters:
    ///   - payment: The payment as it is now.
    ///   - now: The present time.
    ///   - jitter: From 0 to 1.
    /// - Returns: The time.
    static func next(for payment: Payment, after now: Date, jitter: Double) -> Date? {
        // What was never sent cannot be asked about.
        guard payment.creation != .recorded else { return nil }
        let beginning = max(payment.recordedAt, payment.expiresAt ?? payment.recordedAt)
        guard now.timeIntervalSince(beginning) < longest else { return nil }
        let asked = payment.queriesWithoutNews
        if payment.creation == .unknown, payment.status.isOpen {
            return now.addingTimeInterval(backoff(from: 5, to: 300, asked, jitter))
        }
        switch payment.status {
        case .created, .pending, .requiresReview:
            guard let expiresAt = payment.expiresAt, expiresAt > now else {
                return now.addingTimeInterval(backoff(from: 30, to: 3600, asked, jitter))
            }
            return expiresAt.addingTimeInterval(2 * jitter)
        case .expired, .cancelled:
            // The money can still arrive, and its callback get lost.
            guard asked < answersAboutExpired else { return nil }
            return now.addingTimeInterval(backoff(from: 600, to: 21_600, 3 * asked, jitter))
        case .failed, .rejected, .succeeded, .conflicted:
            return nil
        }
    }

    /// When to ask again after a question that got no answer, and what that question counts.
    ///
    /// Silence makes the next wait longer, but only an answer ends the asking: an outage must not hide a late success.
    /// So somebody's wish to ask outlives the schedule, for as many questions as three days have hours.
    ///
    /// - Parameters:
    ///   - payment: The payment that was asked about.
    ///   - now: The present time.
    ///   - jitter: From 0 to 1.
    /// - Returns: Its new count of questions without news, and the time.
    static func afterSilence(
        about payment: Payment,
        at now: Date,
        jitter: Double
    ) -> (questionsWithoutNews: Int, next: Date?) {
        let count = payment.queriesWithoutNews + 1
        var asked = payment
        asked.queriesWithoutNews =
            switch payment.status {
            case .expired, .cancelled: min(count, answersAboutExpired - 1)
            case .created, .pending, .requiresReview, .failed, .rejected, .succeeded, .conflicted: count
            }
        if let next = next(for: asked, after: now, jitter: jitter) { return (asked.queriesWithoutNews, next) }
        guard count <= mostSilences else { return (count, nil) }
        return (count, now.addingTimeInterval(backoff(from: 30, to: 3600, count, jitter)))
    }

    /// Whether a status may still change by what a provider says when it is asked.
    ///
    /// - Parameter status: The status.
    /// - Returns: `false` for what only a contradiction changes; a provider that contradicts itself says so by itself.
    static func expectsNews(of status: PaymentStatus) -> Bool {
        switch status {
        case .created, .pending, .requiresReview, .expired, .cancelled: true
        case .failed, .rejected, .succeeded, .conflicted: false
        }
    }

    /// A wait that doubles each time up to a bound, of which the last quarter is random.
    static func backoff(
        from first: TimeInterval,
        to longest: TimeInterval,
        _ repeats: Int,
        _ jitter: Double
    ) -> TimeInterval {
        let wait = min(first * pow(2, Double(min(max(repeats, 0), 30))), longest)
        return wait * (0.75 + 0.25 * jitter)
    }
}
