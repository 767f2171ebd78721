extension Int64 {
    /// Reads digits, with or without a minus before them; anything else, and what does not fit, gives `nil`.
    ///
    /// `Int64(_: String)` would also take a plus. A leading zero cannot get here: a JSON number has none.
    init?(decimalDigits text: borrowing Span<UInt8>) {
        var magnitude: UInt64 = 0
        let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
        for index in (isNegative ? 1 : 0)..<text.count {
            let byte = text[index]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let (product, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !isTooLarge, !isStillTooLarge else { return nil }
            magnitude = sum
        }
        guard isNegative else {
            self.init(exactly: magnitude)
            return
        }
        guard magnitude <= Int64.min.magnitude else { return nil }
        self = Int64(truncatingIfNeeded: 0 &- magnitude)
    }
}
