@testable import PaymentContracts
import PaymentIntents

/// Wrong with one of several currencies only.
extension MoneyMutants {
    static let currencies: [Mutant] = [
        Mutant(description: "cuts the third decimal off dinars that it reads", rule: MoneyRules.replyExact.id) {
            try SeveralCurrencies.subject { adapter in
                adapter.rewriteAnswers { body, _ in
                    guard body[["currency"]] == .string("KWD"), case .number(let digits) = body[["requested_amount"]],
                        digits.contains(".")
                    else { return body }
                    return body.setting(["requested_amount"], to: .number(String(digits.dropLast())))
                }
            }
        },
        Mutant(description: "cuts the third decimal off dinars of a callback", rule: MoneyRules.callbackExact.id) {
            try SeveralCurrencies.subject { adapter in
                adapter.restateAmounts { _, stated in
                    guard case .money(let money) = stated, money.currency.exponent == 3,
                        let cut = Money(minorUnits: money.minorUnits / 10 * 10, currency: money.currency)
                    else { return stated }
                    return .money(cut)
                }
            }
        },
    ]
}
