import Foundation

/// Dates as SMS Pay writes them: ISO 8601, UTC, milliseconds.
enum Timestamp {
    /// The date's text, `2026-05-05T10:05:00.000Z`.
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
