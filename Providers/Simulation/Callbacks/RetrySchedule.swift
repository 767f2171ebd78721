/// How often and when an unacknowledged callback is sent again.
public struct RetrySchedule: Sendable, Hashable {
    /// The pauses before the second attempt, the third, and so on.
    public let pauses: [Duration]

    /// An exponential backoff.
    ///
    /// - Parameters:
    ///   - attempts: how often it is sent at most; at least once.
    ///   - firstPause: the pause after the first attempt.
    ///   - factor: how much longer each further pause is.
    public init(attempts: Int, firstPause: Duration, factor: Int = 2) {
        pauses = (0..<max(0, attempts - 1))
            .reduce(into: []) { pauses, _ in
                pauses.append((pauses.last).map { $0 * factor } ?? firstPause)
            }
    }

    /// Five attempts with pauses of 1, 2, 4 and 8 seconds: the number is SMS Pay's, the pauses are nobody's.
    public static let fiveAttempts = RetrySchedule(attempts: 5, firstPause: .seconds(1))
}
