public import Foundation

/// Times as all JSON of ours shows them: UTC, with milliseconds, `2026-05-05T10:05:00.000Z`.
public enum JSONTime {
    /// The text of a moment.
    ///
    /// - Parameter date: The moment.
    /// - Returns: The text.
    public static func text(_ date: Date) -> String {
        style.format(date)
    }

    // Made once: that takes longer than to use it.
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
