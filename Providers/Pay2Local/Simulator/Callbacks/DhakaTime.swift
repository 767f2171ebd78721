import Foundation

/// Dates as Pay2Local writes them: ISO 8601, milliseconds, the time of Bangladesh.
enum DhakaTime {
    /// The date's text, `2024-05-21T15:50:32.024+06:00`.
    static func text(_ date: Date) -> String {
        let offset: TimeInterval = 6 * 60 * 60
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return date.addingTimeInterval(offset).formatted(style).dropLast() + "+06:00"
    }
}
