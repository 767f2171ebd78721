public import Foundation
public import HTTPTypes

/// Reads `Retry-After` of RFC 9110, section 10.2.3.
public enum RetryAfter {
    /// The shortest and the longest time that a provider can make us wait.
    public static let bounds: ClosedRange<Duration> = .seconds(1)...(.seconds(3600))

    /// How long to wait.
    ///
    /// - Parameters:
    ///   - headers: The header fields of a response.
    ///   - now: The time against which a date is counted.
    /// - Returns: The wait within ``bounds``, or `nil` when the header is absent, repeated or junk.
    public static func duration(in headers: HTTPFields, now: Date) -> Duration? {
        let values = headers[values: .retryAfter]
        guard values.count == 1, let value = values.first else { return nil }
        if !value.isEmpty, value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return clamp(Int32(value).map { .seconds($0) } ?? bounds.upperBound)
        }
        guard let date = date(value) else { return nil }
        let seconds = min(max(date.timeIntervalSince(now), 0), 86_400)
        return clamp(.milliseconds(Int64(seconds * 1000)))
    }

    /// Reads the one date format that RFC 9110, section 5.6.7, lets a sender write.
    private static func date(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        formatter.isLenient = false
        // The formatter takes a wrong weekday, one digit for the day and any case; what it writes itself is the format.
        guard let date = formatter.date(from: text), formatter.string(from: date) == text else { return nil }
        return date
    }

    private static func clamp(_ duration: Duration) -> Duration {
        min(max(duration, bounds.lowerBound), bounds.upperBound)
    }
}
