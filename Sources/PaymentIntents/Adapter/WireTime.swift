public import Foundation

/// Reads the times that providers write: ISO 8601 with a zone, with or without fractions of a second.
///
/// Foundation's own reader takes the 31st of February, hour 25 and anything behind the zone; this one does not.
public enum WireTime {
    /// The moment that a text names.
    ///
    /// The grammar is that of RFC 3339, section 5.6, in upper case, with one more way to write a zone: `+0600`. There
    /// are no leap seconds.
    ///
    /// - Parameter text: For example `2026-05-05T10:05:00.000Z` or `2024-05-21T15:50:32.024+06:00`.
    /// - Returns: `nil` when the text is no such time.
    public static func date(_ text: String) -> Date? {
        var rest = text.utf8[...]
        guard let year = number(4, in: &rest), skip("-", in: &rest),
            let month = number(2, in: &rest), (1...12).contains(month), skip("-", in: &rest),
            let day = number(2, in: &rest), (1...days(in: month, of: year)).contains(day), skip("T", in: &rest),
            let hour = number(2, in: &rest), hour < 24, skip(":", in: &rest),
            let minute = number(2, in: &rest), minute < 60, skip(":", in: &rest),
            let second = number(2, in: &rest), second < 60,
            let nanoseconds = fraction(in: &rest), let offset = zone(in: &rest), rest.isEmpty
        else { return nil }
        let seconds = (dayNumber(year, month, day) * 24 + hour) * 3600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + Double(nanoseconds) / 1_000_000_000)
    }

    private static func skip(_ character: Unicode.Scalar, in rest: inout Substring.UTF8View) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func number(_ count: Int, in rest: inout Substring.UTF8View) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Nanoseconds: 0 when there is no fraction, `nil` for one that is not 1 to 9 digits.
    private static func fraction(in rest: inout Substring.UTF8View) -> Int? {
        guard skip(".", in: &rest) else { return 0 }
        let count = rest.prefix(while: isDigit).count
        guard (1...9).contains(count), let digits = number(count, in: &rest) else { return nil }
        return (count..<9).reduce(digits) { units, _ in units * 10 }
    }

    /// Seconds east of Greenwich.
    private static func zone(in rest: inout Substring.UTF8View) -> Int? {
        if skip("Z", in: &rest) { return 0 }
        let isEast = skip("+", in: &rest)
        guard isEast || skip("-", in: &rest), let hours = number(2, in: &rest), hours < 24 else { return nil }
        _ = skip(":", in: &rest)
        guard let minutes = number(2, in: &rest), minutes < 60 else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that the leap day is
    /// the last of its year.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        // Moving by 400 years, which are 146,097 days, keeps every division positive; 719,468 days lie between
        // 0000-03-01 and 1970-01-01.
        let shifted = marchYear + 400
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        return shifted * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day - 1 - 146_097 - 719_468
    }
}
