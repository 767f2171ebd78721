import PaymentIntents

/// Whether amounts are read for what they are.
extension MoneyRules {
    static func checkForms(of statements: [AmountStatement]) throws {
        for statement in statements {
            let amount = statement.payment.order.amount
            for form in writings(of: amount, statement) {
                try requireMoney(amount, in: statement.stating(form), statement)
            }
        }
    }

    static func checkJunk(of statements: [AmountStatement]) throws {
        let values =
            junkTexts.map { MessageJSON.string($0) } + junkNumbers.map { .number($0) }
            + [.boolean(true), .array([.number("500")]), .object([.init("value", .number("500"))]), .object([])]
        for statement in statements {
            for value in values { try requireNoMoney(in: statement.stating(value), statement) }
        }
    }

    static func checkExact(of statements: [AmountStatement]) throws {
        let tricky = [550, 1005, 1010, 9_999, 50_001, 123_456_789, (1 << 53) + 1] as [Int64]
        for statement in statements {
            for minorUnits in Array(0...120) + tricky {
                let currency = statement.payment.order.amount.currency
                guard let money = Money(minorUnits: minorUnits, currency: currency) else { continue }
                try requireMoney(money, in: statement.described.saying(money, in: statement.message), statement)
            }
        }
    }

    static func checkBounds(of statements: [AmountStatement]) throws {
        // 2^63, 2^64, and what is 500.00 and 1 minor unit in 64 bits that wrap; 2^32 as well.
        let tooLarge = [
            "9223372036854775808", "18446744073709551616", "18446744073709601616", "36893488147419153232",
            "18446744073709551617", "99999999999999999999", String(repeating: "9", count: 400),
        ]
        for statement in statements {
            let currency = statement.payment.order.amount.currency
            let unit = statement.described.amountUnit
            for digits in tooLarge {
                let message = statement.stating(digits: decimal(digits, unit == .major ? currency.exponent : 0))
                try requireNoMoney(in: message, statement)
            }
            for minorUnits in [Int64.max, Int64.max - 1, 4_295_017_296] {
                guard let money = Money(minorUnits: minorUnits, currency: currency) else { continue }
                let message = statement.described.saying(money, in: statement.message)
                let (evidence, outcome) = try statement.read(message)
                guard case .money(let stated) = evidence?.amount else { continue }
                try require(stated == money, sent: message.quoted, came: outcome, due: "\(money), or no amount")
            }
        }
    }

    /// The exact writings of an amount, as texts and as numbers.
    private static func writings(of amount: Money, _ statement: AmountStatement) -> [MessageJSON] {
        guard statement.described.amountUnit == .major else {
            return [
                statement.stating(digits: "\(amount.minorUnits)")[statement.described.fields[.amount] ?? []] ?? .null
            ]
        }
        var digits = [amount.decimalText]
        while let text = digits.last, text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") {
            digits.append(String(text.dropLast()))
        }
        return digits.filter { !$0.hasSuffix(".") }.flatMap { [.string($0), .number($0)] }
    }

    private static func requireMoney(
        _ money: Money,
        in message: MessageJSON,
        _ statement: AmountStatement
    ) throws {
        let (evidence, outcome) = try statement.read(message)
        try require(evidence?.amount == .money(money), sent: message.quoted, came: outcome, due: "\(money)")
    }

    private static func requireNoMoney(in message: MessageJSON, _ statement: AmountStatement) throws {
        let (evidence, outcome) = try statement.read(message)
        if case .money = evidence?.amount {
            throw ContractViolation(sent: message.quoted, came: outcome, due: "no amount")
        }
        try require(
            evidence?.assessed(against: statement.payment.terms).claim != .succeeded,
            sent: message.quoted,
            came: outcome,
            due: "no success"
        )
    }

    /// Digits with a point so many places before their end.
    private static func decimal(_ digits: String, _ places: Int) -> String {
        places == 0 ? digits : "\(digits.dropLast(places)).\(digits.suffix(places))"
    }

    private static let junkTexts = [
        "500abc", "abc", "+500", "-500", "\u{2212}500", "0500", "00", "5e2", "5E2", "5,00", "500,00", "1,000", "1 000",
        "5_00", " 500", "500 ", "\t500", "500\n", "500\0", "", " ", ".", ".5", "500.", "500.0.0", "5.0.0", "500.0000",
        "500.0001", "NaN", "inf", "Infinity", "nil", "null", "0x1F4", "\u{FF15}\u{FF10}\u{FF10}", "৫০০", "٥٠٠", "५००",
        "½",
        "৳500", "500 BDT", "BDT500", "500/-", "50000000000000000000", "500\u{200B}", "5\u{301}00",
    ]

    private static let junkNumbers = [
        "5e2", "5E+2", "500e0", "50000e-2", "-500", "-0", "500.0000", "500.0001", "1e400",
    ]
}
