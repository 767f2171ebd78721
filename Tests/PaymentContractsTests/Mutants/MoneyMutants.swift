import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

enum MoneyMutants {
    static let all = replies + callbacks + currencies

    private static let replies: [Mutant] = [
        .smsPay("reads amounts in texts only", caughtBy: MoneyRules.replyForms) { adapter in
            adapter.rewriteAmounts(at: "amount") { value in
                if case .number = value { .boolean(false) } else { value }
            }
        },
        .smsPay("reads a point as a separator of thousands", caughtBy: MoneyRules.replyForms) { adapter in
            adapter.rewriteAmounts(at: "amount") { value in
                guard let text = value?.text else { return value }
                return .string(text.replacing(".", with: ""))
            }
        },
        .smsPay("reads the digits in front of what is no number", caughtBy: MoneyRules.replyJunk) { adapter in
            adapter.rewriteAmounts(at: "amount") { value in
                guard let text = value?.text, let first = text.first, ("1"..."9").contains(first) else { return value }
                return .string(String(text.prefix { ("0"..."9").contains($0) || $0 == "." }))
            }
        },
        .pay2Local("understands exponents", caughtBy: MoneyRules.replyJunk) { adapter in
            adapter.rewriteAmounts(at: "requested_amount") { value in
                guard case .number(let digits) = value, digits.lowercased().contains("e"), let number = Double(digits),
                    let units = Int64(exactly: number)
                else { return value }
                return .number("\(units)")
            }
        },
        .pay2Local("cuts poisha off a Double", caughtBy: MoneyRules.replyExact) { adapter in
            adapter.rewriteAmounts(at: "requested_amount") { value in
                guard case .number(let digits) = value else { return value }
                return .number(WrongAmount.throughDouble(digits) ?? digits)
            }
        },
        .pay2Local("lets large amounts wrap", caughtBy: MoneyRules.replyBounds) { adapter in
            adapter.rewriteAmounts(at: "requested_amount") { value in
                guard case .number(let digits) = value else { return value }
                return .number(WrongAmount.wrapping(digits) ?? digits)
            }
        },
        .smsPay("takes the largest amounts for one", caughtBy: MoneyRules.replyBounds) { adapter in
            adapter.rewriteAmounts(at: "amount") { value in
                guard let text = value?.text, text.utf8.count > 18 else { return value }
                return .string("92233720368547758.07")
            }
        },
        .smsPay("reports the amount that was ordered", caughtBy: MoneyRules.replyOtherAmount) { adapter in
            adapter.rewriteAnswers { body, call in
                guard case .create(let order) = call else { return body }
                return body.setting(["amount"], to: .string(order.amount.decimalText))
            }
        },
        .pay2Local("rounds to whole taka", caughtBy: MoneyRules.replyOtherAmount) { adapter in
            adapter.rewriteAmounts(at: "requested_amount") { value in
                guard case .number(let digits) = value, digits.hasPrefix("500.") else { return value }
                return .number("500")
            }
        },
        .smsPay("takes 50000 for poisha", caughtBy: MoneyRules.replyOtherAmount) { adapter in
            adapter.rewriteAmounts(at: "amount") { $0 == .string("50000") ? .string("500") : $0 }
        },
        .smsPay("takes every currency for taka", caughtBy: MoneyRules.replyCurrency) { adapter in
            adapter.rewriteAmounts(at: "currency") { _ in .string("BDT") }
        },
        .pay2Local("reads currencies in any case", caughtBy: MoneyRules.replyCurrency) { adapter in
            adapter.rewriteAmounts(at: "currency") { $0 == .string("bdt") ? .string("BDT") : $0 }
        },
        .smsPay("takes the ordered amount where none is named", caughtBy: MoneyRules.replyMissing) { adapter in
            adapter.rewriteAnswers { body, call in
                guard case .create(let order) = call, body[["amount"]] == nil else { return body }
                return body.setting(["amount"], to: .string(order.amount.decimalText))
            }
        },
    ]
}

extension MutatedAdapter {
    /// Exchanges the amount of an answer, or its currency.
    mutating func rewriteAmounts(
        at name: String,
        _ change: @escaping @Sendable (MessageJSON?) -> MessageJSON?
    ) {
        rewriteAnswers { body, _ in body.setting([name], to: change(body[[name]])) }
    }
}
