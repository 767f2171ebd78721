/// Wrong ways to read an amount, as they have been seen; each gives the digits that it takes the amount for.
enum WrongAmount {
    /// Hundredths cut off a floating point number: 0.29 becomes 0.28.
    static func throughDouble(_ digits: String) -> String? {
        guard let number = Double(digits), (0..<1e12).contains(number) else { return nil }
        return point(Int64(number * 100))
    }

    /// 64 bits that wrap: two decimals, however many digits stand in front of them.
    static func wrapping(_ digits: String) -> String? {
        let parts = digits.split(separator: ".")
        guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
        var hundredths: UInt64 = 0
        for byte in (parts[0] + parts[1]).utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            hundredths = hundredths &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        }
        return Int64(exactly: hundredths).map(point)
    }

    private static func point(_ hundredths: Int64) -> String {
        "\(hundredths / 100).\("\(hundredths % 100 + 100)".dropFirst())"
    }
}
