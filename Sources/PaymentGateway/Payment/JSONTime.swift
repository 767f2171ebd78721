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
        var text: [UInt8] = []
        text.reserveCapacity(24)
        text.append(year, digits: 4, before: "-")
        text.append(month, digits: 2, before: "-")
        text.append(dayOfMonth, digits: 2, before: "T")
        text.append(second / 3600, digits: 2, before: ":")
        text.append(second / 60 % 60, digits: 2, before: ":")
        text.append(second % 60, digits: 2, before: ".")
        text.append(fraction, digits: 3, before: "Z")
        return String(decoding: text, as: UTF8.self)
    }

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

extension [UInt8] {
    fileprivate mutating func append(_ number: Int, digits: Int, before mark: Unicode.Scalar) {
        var divisor = digits == 4 ? 1000 : digits == 3 ? 100 : 10
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
        append(UInt8(ascii: mark))
    }
}
