import PaymentIntents

/// Whether another amount is ever taken for the one that was asked for.
extension MoneyRules {
    static func checkOtherAmounts(of statements: [AmountStatement], _ subject: any AdapterSubject) throws {
        let payment = try subject.samplePayment()
        let ordered = payment.order.amount
        let one = try Money(parsing: "1", currency: ordered.currency).minorUnits
        let others = [
            ordered.minorUnits + 1, ordered.minorUnits - 1, ordered.minorUnits + one, ordered.minorUnits - one,
            ordered.minorUnits * 10, ordered.minorUnits / 10, ordered.minorUnits * 100, ordered.minorUnits / 100,
            ordered.minorUnits * 2, 0, 1,
        ]
        for statement in statements {
            for minorUnits in others {
                guard let other = Money(minorUnits: minorUnits, currency: ordered.currency) else { continue }
                let message = statement.described.saying(other, in: statement.message)
                let (evidence, outcome) = try statement.read(message)
                try require(
                    evidence?.amount == .money(other) && evidence?.assessed(against: payment.terms).claim == .review,
                    sent: "\(message.quoted), where \(ordered) was asked for",
                    came: outcome,
                    due: "\(other), which is a difference"
                )
            }
        }
    }

    static func checkOtherCurrencies(of statements: [AmountStatement], _ subject: any AdapterSubject) throws {
        let payment = try subject.samplePayment()
        let code = payment.order.amount.currency.code
        let words = [
            "EUR", "USD", "INR", "JPY", "KWD", "BDT", "XXX", "", " ", code.lowercased(),
            code.prefix(1) + code.dropFirst().lowercased(), "\(code) ",
            " \(code)", "\(code)T", "\(code)\0", "\(code)\u{301}", "TAKA", "৳", "050",
        ]
        let values =
            words.filter { $0 != code }.map { MessageJSON.string($0) }
            + MessageJSON.meaningless + [.number("50"), .array([.string(code)])]
        for statement in statements {
            guard let path = statement.described.fields[.currency] else { continue }
            for value in [nil] + values.map(Optional.some) {
                let message = statement.message.setting(path, to: value)
                let (evidence, outcome) = try statement.read(message)
                try require(
                    evidence.map {
                        $0.amount != .money(payment.order.amount)
                            && $0.assessed(against: payment.terms).claim == .review
                    } ?? true,
                    sent: message.quoted,
                    came: outcome,
                    due: "a difference, or not understood"
                )
            }
        }
    }

    static func checkMissing(in statements: [AmountStatement], _ subject: any AdapterSubject) throws {
        let payment = try subject.samplePayment()
        for statement in statements {
            for value in [nil, .null, .string("")] as [MessageJSON?] {
                let message = statement.stating(value)
                let (evidence, outcome) = try statement.read(message)
                var states = false
                if case .money = evidence?.amount { states = true }
                try require(
                    !states && evidence?.assessed(against: payment.terms).claim != .succeeded,
                    sent: message.quoted,
                    came: outcome,
                    due: "no amount, and no success"
                )
            }
        }
    }
}
