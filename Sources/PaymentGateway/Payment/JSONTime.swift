public import Foundation

/// Times as all JSON of ours shows them: UTC, with milliseconds, `2026-05-05T10:05:00.000Z`.
public enum JSONTime {
    /// The text of a moment, to the nearest millisecond, as stores keep it.
    ///
    /// - Parameter date: The moment.
    /// - Returns: The text.
    public static func text(_ date: Date) -> String {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        guard (0..<endOf9999).contains(milliseconds) else { return style.format(date) }
        let (seconds, fraction) = Int(milliseconds).quotientAndRemainder(dividingBy: 1000)
        let (day, second) = seconds.quotientAndRemainder(dividingBy: 86400)
        let (year, month, dayOfMonth) = civilDate(ofDay: day)
        var text = template
        text.write(year / 100, at: 0)
        text.write(year % 100, at: 2)
        text.write(month, at: 5)
        text.write(dayOfMonth, at: 8)
        text.write(second / 3600, at: 11)
        text.write(second / 60 % 60, at: 14)
        text.write(second % 60, at: 17)
        text.write(fraction / 10, at: 20)
        text[22] += UInt8(truncatingIfNeeded: fraction % 10)
        // It is ASCII, so it is UTF-8.
        guard let utf8 = try? UTF8Span(validating: text.span) else { return style.format(date) }
        return String(copying: utf8)
    }

    private static let template: InlineArray<24, UInt8> = {
        var text = InlineArray<24, UInt8>(repeating: UInt8(ascii: "0"))
        for (place, byte) in zip([4, 7, 10, 13, 16, 19, 23], "--T::.Z".utf8) { text[place] = byte }
        return text
    }()

    /// The date of a day since 1970-01-01, by the years that begin in March: the leap day is the last of them.
    private static func civilDate(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (day + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// 10000-01-01, in milliseconds since 1970.
    private static let endOf9999 = 253_402_300_800_000.0

    // For what is out of the usual only. It takes ten times as long, and cuts a millisecond off many a time that was
    // read from a store: a whole number of them is seldom one in binary.
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

extension InlineArray<24, UInt8> {
    /// Writes a number below 100 over two zeros.
    fileprivate mutating func write(_ number: Int, at place: Int) {
        self[place] += UInt8(truncatingIfNeeded: number / 10)
        self[place + 1] += UInt8(truncatingIfNeeded: number % 10)
    }
}
