import ProviderSimulation

/// An amount of taka with at most two decimals, exact.
public struct Taka: Sendable, Hashable {
    /// The amount in paisa.
    public let paisa: Int64

    /// An amount in paisa.
    ///
    /// - Parameter paisa: a hundredth of a taka each.
    public init(paisa: Int64) {
        self.paisa = paisa
    }

    /// An amount in whole taka.
    ///
    /// - Parameter taka: how many.
    public init(whole taka: Int32) {
        paisa = Int64(taka) * 100
    }

    /// Reads `100`, `5.5` or `5.50`: digits, at most two decimals, no sign, no exponent.
    ///
    /// - Parameter text: the text.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || (1...2).contains(parts[1].count) else {
            return nil
        }
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        let padding = Array(repeating: UInt8(ascii: "0"), count: 2 - decimals.count)
        var paisa: Int64 = 0
        for digit in Array(whole) + decimals + padding {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, overflow) = paisa.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            guard !overflow, !carry else { return nil }
            paisa = sum
        }
        self.paisa = paisa
    }

    /// The shortest digits: `100`, `5.5`, `5.25`.
    public var digits: String {
        let text = fixedDigits
        if text.hasSuffix(".00") { return String(text.dropLast(3)) }
        return text.hasSuffix("0") ? String(text.dropLast()) : text
    }

    /// Always two decimals: `100.00`.
    public var fixedDigits: String {
        let (whole, rest) = paisa.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(paisa < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A JSON number in its shortest form.
    var json: WireJSON { .number(digits) }
}

extension Taka: CustomStringConvertible {
    /// The shortest digits.
    public var description: String { digits }
}
