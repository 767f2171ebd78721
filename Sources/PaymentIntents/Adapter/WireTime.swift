public import Foundation

/// Reads the times that providers write: ISO 8601 with a zone, with or without fractions of a second.
public enum WireTime {
    /// The moment that a text names.
    ///
    /// - Parameter text: For example `2026-05-05T10:05:00.000Z` or `2024-05-21T15:50:32.024+06:00`.
    /// - Returns: `nil` when the text is no such time.
    public static func date(_ text: String) -> Date? {
        (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text))
            ?? (try? Date.ISO8601FormatStyle().parse(text))
    }
}
