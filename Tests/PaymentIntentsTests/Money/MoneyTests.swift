import PaymentIntents
import Testing

@Suite("Money")
struct MoneyTests {
    private static let accepted: [AmountText] = [
        .reads("500", 50_000), .reads("500.0", 50_000), .reads("500.00", 50_000), .reads("0", 0), .reads("0.0", 0),
        .reads("0.01", 1), .reads("0.10", 10), .reads("1.2", 120), .reads("10", 1000),
        .reads("92233720368547758.07", .max), .reads("500", 500, "JPY"), .reads("9223372036854775807", .max, "JPY"),
        .reads("1.234", 1234, "KWD"), .reads("1", 1000, "KWD"), .reads("1.2", 1200, "KWD"), .reads("1.23", 1230, "KWD"),
        .reads("9223372036854775.807", .max, "KWD"),
    ]

    private static let refused: [AmountText] = [
        .refuses("", .empty), .refuses("+500", .notPlainDecimal), .refuses("-1", .notPlainDecimal),
        .refuses("-0", .notPlainDecimal), .refuses("1e3", .notPlainDecimal), .refuses("1E3", .notPlainDecimal),
        .refuses("500abc", .notPlainDecimal), .refuses("abc", .notPlainDecimal), .refuses(" 500", .notPlainDecimal),
        .refuses("500 ", .notPlainDecimal), .refuses("500\n", .notPlainDecimal), .refuses("\t500", .notPlainDecimal),
        .refuses("0500", .notPlainDecimal), .refuses("00", .notPlainDecimal), .refuses("00.5", .notPlainDecimal),
        .refuses(".5", .notPlainDecimal), .refuses("5.", .notPlainDecimal), .refuses(".", .notPlainDecimal),
        .refuses("1..2", .notPlainDecimal), .refuses("1.2.3", .notPlainDecimal), .refuses("1,000", .notPlainDecimal),
        .refuses("1_000", .notPlainDecimal), .refuses("0x10", .notPlainDecimal), .refuses("NaN", .notPlainDecimal),
        .refuses("Infinity", .notPlainDecimal), .refuses("৫০০", .notPlainDecimal), .refuses("５００", .notPlainDecimal),
        .refuses("5\0", .notPlainDecimal), .refuses("\0", .notPlainDecimal), .refuses("\u{FEFF}5", .notPlainDecimal),
        .refuses("5\u{301}", .notPlainDecimal), .refuses("500/", .notPlainDecimal), .refuses("500:", .notPlainDecimal),
        .refuses("1.234", .tooManyDecimals(allowed: 2)), .refuses("1.000", .tooManyDecimals(allowed: 2)),
        .refuses("1.0", .tooManyDecimals(allowed: 0), "JPY"), .refuses("1.", .notPlainDecimal, "JPY"),
        .refuses("1.2345", .tooManyDecimals(allowed: 3), "KWD"), .refuses("92233720368547758.08", .overflow),
        .refuses("92233720368547759", .overflow), .refuses("9223372036854775808", .overflow, "JPY"),
        .refuses("9223372036854775.808", .overflow, "KWD"), .refuses("99999999999999999999999999", .overflow),
    ]

    private static func parse(_ example: AmountText) throws -> Result<Int64, MoneyError> {
        let currency = try #require(Currency(code: example.currency))
        return Result { () throws(MoneyError) in try Money(parsing: example.text, currency: currency).minorUnits }
    }

    @Test("reads plain decimals", arguments: accepted)
    func reads(_ example: AmountText) throws {
        #expect(try Self.parse(example) == example.outcome)
    }

    @Test("refuses everything else, saying why", arguments: refused)
    func refuses(_ example: AmountText) throws {
        #expect(try Self.parse(example) == example.outcome)
    }

    @Test("reads bytes as it reads text")
    func bytes() throws {
        let bytes: [UInt8] = [0x35, 0x2E, 0x35]
        #expect(try Money(parsing: bytes.span, currency: .bdt) == Money(parsing: "5.50", currency: .bdt))
        let broken: [UInt8] = [0x35, 0xFF]
        #expect(throws: MoneyError.notPlainDecimal) { try Money(parsing: broken.span, currency: .bdt) }
    }

    @Test("is the same in every form, and not the same in another currency")
    func equality() throws {
        let forms = try ["500", "500.0", "500.00"].map { try Money(parsing: $0, currency: .bdt) }
        #expect(Set(forms).count == 1)
        let dollars = try Money(parsing: "500", currency: #require(Currency(code: "USD")))
        #expect(!forms.contains(dollars))
    }

    @Test("writes what it reads", arguments: ["JPY", "BDT", "KWD"], [UInt64(1), 2, 3])
    func roundTrip(_ code: String, seed: UInt64) throws {
        let currency = try #require(Currency(code: code))
        var generator = SeededGenerator(seed: seed)
        for bits in 0..<63 {
            let money = try #require(
                Money(minorUnits: .random(in: 0...(1 << bits), using: &generator), currency: currency)
            )
            #expect(try Money(parsing: money.decimalText, currency: currency) == money)
        }
    }

    @Test(
        "writes all decimals of its currency",
        arguments: zip(
            [("BDT", Int64(0)), ("BDT", 1), ("BDT", 10), ("BDT", 100), ("BDT", .max), ("JPY", 500), ("KWD", 1)],
            ["0.00", "0.01", "0.10", "1.00", "92233720368547758.07", "500", "0.001"]
        )
    )
    func decimalText(_ amount: (code: String, minorUnits: Int64), _ text: String) throws {
        let currency = try #require(Currency(code: amount.code))
        let money = try #require(Money(minorUnits: amount.minorUnits, currency: currency))
        #expect(money.decimalText == text)
        #expect("\(money)" == "\(text) \(amount.code)")
    }

    @Test(
        "counts whole units only when there is no fraction",
        arguments: zip(
            [AmountText.reads("500", 0), .reads("0", 0), .reads("500.01", 0), .reads("7", 0, "JPY")]
                + [.reads("7.000", 0, "KWD"), .reads("7.001", 0, "KWD")],
            [Int64?(500), 0, nil, 7, 7, nil]
        )
    )
    func wholeUnits(_ example: AmountText, _ units: Int64?) throws {
        let currency = try #require(Currency(code: example.currency))
        #expect(try Money(parsing: example.text, currency: currency).wholeUnits == units)
    }

    @Test("is never negative")
    func negative() {
        #expect(Money(minorUnits: -1, currency: .bdt) == nil)
        #expect(Money(minorUnits: .min, currency: .bdt) == nil)
        #expect(Money(minorUnits: 0, currency: .bdt)?.isZero == true)
        #expect(Money(minorUnits: 1, currency: .bdt)?.isZero == false)
    }

    @Test("names what is wrong and quotes nothing")
    func errors() {
        let errors: [MoneyError] = [.empty, .notPlainDecimal, .tooManyDecimals(allowed: 2), .overflow]
        #expect(
            errors.map(\.description)
                == ["is empty", "is not a plain decimal number", "has more than 2 decimals", "is too large"]
        )
    }
}
