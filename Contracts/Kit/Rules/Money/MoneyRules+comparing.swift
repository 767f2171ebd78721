import PaymentIntents

/// Whether another amount is ever taken for the one that was asked for.
extension MoneyRules {
    static func checkOtherAmounts(of statements: [AmountStatement]) throws {
        for statement in statements {
            let payment = statement.payment
            for other in try otherAmounts(than: payment.order.amount) {
                let message = statement.described.saying(other, in: statement.message)
                let (evidence, outcome) = try statement.read(message)
                try require(
                    evidence?.amount == .money(other) && evidence?.assessed(against: payment.terms).claim == .review,
                    sent: "\(message.quoted), where \(payment.order.amount) was asked for",
                    came: outcome,
                    due: "\(other), which is a difference"
                )
            }
        }
    }

    private static func otherAmounts(than ordered: Money) throws -> [Money] {
        let one = try Money(parsing: "1", currency: ordered.currency).minorUnits
        let others = [
            ordered.minorUnits + 1, ordered.minorUnits - 1, ordered.minorUnits + one, ordered.minorUnits - one,
            ordered.minorUnits * 10, ordered.minorUnits / 10, ordered.minorUnits * 100, ordered.minorUnits / 100,
            ordered.minorUnits * 2, 0, 1,
        ]
        return others.compactMap { Money(minorUnits: $0, currency: ordered.currency) }
    }

    static func checkOtherCurrencies(of statements: [AmountStatement]) throws {
        for statement in statements {
            guard let path = statement.described.fields[.currency] else { continue }
            let payment = statement.payment
            for value in otherCurrencies(than: payment.order.amount.currency) {
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

    private static func otherCurrencies(than ordered: Currency) -> [MessageJSON?] {
        let code = ordered.code
        let words = [
            "EUR", "USD", "INR", "JPY", "KWD", "BDT", "XXX", "", " ", code.lowercased(),
            code.prefix(1) + code.dropFirst().lowercased(), "\(code) ",
            " \(code)", "\(code)T", "\(code)\0", "\(code)\u{301}", "TAKA", "৳", "050",
        ]
        let values =
            words.filter { $0 != code }.map { MessageJSON.string($0) }
            + MessageJSON.meaningless + [.number("50"), .array([.string(code)])]
        return [nil] + values.map(Optional.some)
    }

    static func checkMissing(in statements: [AmountStatement]) throws {
        for statement in statements {
            for value in [nil, .null, .string("")] as [MessageJSON?] {
                let message = statement.stating(value)
                let (evidence, outcome) = try statement.read(message)
                var states = false
                if case .money = evidence?.amount { states = true }
                try require(
                    !states && evidence?.assessed(against: statement.payment.terms).claim != .succeeded,
                    sent: message.quoted,
                    came: outcome,
                    due: "no amount, and no success"
                )
            }
        }
    }
}
