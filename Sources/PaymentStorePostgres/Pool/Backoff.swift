/// When to try to connect again.
///
/// Each failure doubles the pause, up to two seconds, and chance takes up to half of it: the instances that lost the server
/// at the same moment do not come back at the same moment.
struct Backoff {
    private static let shortest = Duration.milliseconds(50)
    private static let longest = Duration.seconds(2)

    private var failures = 0
    private var end: ContinuousClock.Instant?

    /// Whether it is too early.
    ///
    /// - Parameter now: The time.
    /// - Returns: Whether it is.
    func lasts(at now: ContinuousClock.Instant) -> Bool {
        end.map { now < $0 } ?? false
    }

    /// Takes a failure to connect.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - chance: From 0 to 1,000.
    mutating func fail(at now: ContinuousClock.Instant, chance: Int) {
        let pause = min(Self.longest, Self.shortest * (1 << min(failures, 10)))
        failures += 1
        end = now + pause * (2_000 - chance) / 2_000
    }

    /// Takes a success.
    mutating func succeed() {
        self = Backoff()
    }
}
