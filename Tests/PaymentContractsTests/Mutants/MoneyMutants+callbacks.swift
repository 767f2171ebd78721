import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension MoneyMutants {
    static let callbacks: [Mutant] = [
        .pay2Local("reads amounts of callbacks in numbers only", caughtBy: MoneyRules.callbackForms) { adapter in
            adapter.restateAmounts { message, stated in
                if case .string = message[["requested_amount"]] { .absent } else { stated }
            }
        },
        .smsPay("reads the digits of a callback in front of what is no number", caughtBy: MoneyRules.callbackJunk) {
            adapter in
            adapter.restateAmounts { message, stated in
                guard let text = message[["data", "amount"]]?.text else { return stated }
                return money(String(text.prefix { ("0"..."9").contains($0) })) ?? stated
            }
        },
        .pay2Local("reads amounts of callbacks as Double", caughtBy: MoneyRules.callbackExact) { adapter in
            adapter.restateAmounts { message, stated in
                guard case .number(let digits) = message[["requested_amount"]] else { return stated }
                return WrongAmount.throughDouble(digits).flatMap(money) ?? stated
            }
        },
        .pay2Local("lets large amounts of callbacks wrap", caughtBy: MoneyRules.callbackBounds) { adapter in
            adapter.restateAmounts { message, stated in
                guard case .number(let digits) = message[["requested_amount"]] else { return stated }
                return WrongAmount.wrapping(digits).flatMap(money) ?? stated
            }
        },
        .smsPay("takes a callback of nearly the amount for the amount", caughtBy: MoneyRules.callbackOtherAmount) {
            adapter in
            adapter.restateAmounts { message, stated in
                guard let text = message[["data", "amount"]]?.text else { return stated }
                return money(String(text.prefix { $0 != "." })) ?? stated
            }
        },
        .pay2Local("takes amounts of callbacks for poisha", caughtBy: MoneyRules.callbackOtherAmount) { adapter in
            adapter.restateAmounts { message, stated in
                message[["requested_amount"]] == .number("50000") ? money("500") ?? stated : stated
            }
        },
        .smsPay("reports the amount that was asked for", caughtBy: MoneyRules.callbackOtherAmount) { adapter in
            adapter.rewriteEvidence {
                $0.amount = Money(minorUnits: 500_00, currency: .bdt).map { .money($0) } ?? .absent
            }
        },
        .smsPay("takes every currency for taka", caughtBy: MoneyRules.callbackCurrency) { adapter in
            adapter.readsText(at: ["data", "currency"]) { _ in "BDT" }
        },
        .pay2Local("takes a currency in any case", caughtBy: MoneyRules.callbackCurrency) { adapter in
            adapter.readsText(at: ["currency"]) { $0.uppercased() }
        },
        .smsPay("takes every currency of a callback for taka", caughtBy: MoneyRules.callbackCurrency) { adapter in
            adapter.restateAmounts { message, stated in
                message[["data", "amount"]]?.text.flatMap(money) ?? stated
            }
        },
        .pay2Local("takes a usual amount where a callback names none", caughtBy: MoneyRules.callbackMissing) {
            adapter in
            adapter.restateAmounts { _, stated in stated == .absent ? money("500") ?? stated : stated }
        },
    ]

    private static func money(_ digits: String) -> StatedAmount? {
        (try? Money(parsing: digits, currency: .bdt)).map { .money($0) }
    }
}

extension MutatedAdapter {
    /// Exchanges the amount that a callback states.
    mutating func restateAmounts(
        _ change: @escaping @Sendable (MessageJSON, StatedAmount) -> StatedAmount
    ) {
        interpreting = { base, callback throws(CallbackProblem) in
            let event = try base.event(in: callback)
            guard case .evidence(var evidence) = event, let message = try? MessageJSON(callback.callback.body) else {
                return event
            }
            evidence.amount = change(message, evidence.amount)
            return .evidence(evidence)
        }
    }
}
