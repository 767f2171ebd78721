@testable import PaymentContracts
import PaymentIntents

/// Wrong with one of several currencies only.
extension RequestMutants {
    static let currencies: [Mutant] = [
        .severalCurrencies("takes every currency for one of two decimals", caughtBy: RequestRules.exact) { amount in
            let fraction = amount.minorUnits % 100
            let units = "\(amount.minorUnits / 100)"
            return fraction == 0 ? units : "\(units).\("\(fraction + 100)".dropFirst())"
        },
        .severalCurrencies("carries yen as a Double", caughtBy: RequestRules.largest) { amount in
            guard amount.currency.exponent == 0 else { return SeveralCurrencies.exactDigits(amount) }
            return "\(UInt64(Double(amount.minorUnits)))"
        },
        .severalCurrencies("cuts a dinar's third decimal off", caughtBy: RequestRules.fraction) { amount in
            let digits = SeveralCurrencies.exactDigits(amount)
            return digits.contains(".") ? String(digits.dropLast()) : digits
        },
    ]
}
