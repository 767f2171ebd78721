import Foundation
import PaymentGateway
import Synchronization

/// The time as an HTTP header tells it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). Written once a second.
final class HTTPClock: Sendable {
    private static let style = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT
            """,
        locale: Locale(identifier: "en_US_POSIX"),
        timeZone: .gmt,
        calendar: Calendar(identifier: .gregorian)
    )

    private let clock: any GatewayClock
    private let written = Mutex((second: TimeInterval.nan, text: ""))

    init(_ clock: any GatewayClock) {
        self.clock = clock
    }

    /// Now.
    var now: String {
        let now = clock.now
        let second = now.timeIntervalSince1970.rounded(.down)
        return written.withLock { written in
            if written.second != second { written = (second, now.formatted(Self.style)) }
            return written.text
        }
    }
}
