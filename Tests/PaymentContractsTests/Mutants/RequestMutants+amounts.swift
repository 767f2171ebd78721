@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension RequestMutants {
    static let amounts: [Mutant] = [
        .smsPay("asks for a hundred times the amount", caughtBy: RequestRules.exact) { adapter in
            adapter.rewriteCreations { body, order in
                body.setting(["amount"], to: .number("\(order.amount.minorUnits)"))
            }
        },
        .pay2Local("groups digits by thousands", caughtBy: RequestRules.exact) { adapter in
            adapter.rewriteCreations { body, order in
                guard let units = order.amount.wholeUnits, units >= 1000 else { return body }
                let thousands = "\(units % 1000 + 1000)".dropFirst()
                return body.setting(["amount"], to: .string("\(units / 1000),\(thousands)"))
            }
        },
        .smsPay("refuses an ordinary amount", caughtBy: RequestRules.exact) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                if case .create(let order) = call, order.amount.wholeUnits == 501 {
                    throw ProviderError(.invalid, "amount: must be a round one")
                }
                return try base.request(for: call)
            }
        },
        .smsPay("writes large amounts with an exponent", caughtBy: RequestRules.exact) { adapter in
            adapter.rewriteCreations { body, order in
                order.amount.wholeUnits == 1_000_000 ? body.setting(["amount"], to: .number("1e6")) : body
            }
        },
        .smsPay("writes the amount as a text", caughtBy: RequestRules.form) { adapter in
            adapter.rewriteCreations { body, _ in body.setting(["amount"], to: .string("500")) }
        },
        .smsPay("writes whole amounts with a point", caughtBy: RequestRules.form) { adapter in
            adapter.rewriteCreations { body, _ in body.setting(["amount"], to: .number("500.0")) }
        },
        .pay2Local("writes the amount as a number", caughtBy: RequestRules.form) { adapter in
            adapter.rewriteCreations { body, _ in body.setting(["amount"], to: .number("500.0")) }
        },
        .smsPay("carries the amount as a Double", caughtBy: RequestRules.largest) { adapter in
            adapter.rewriteCreations { body, order in
                let units = Double(order.amount.minorUnits) / 100
                return body.setting(["amount"], to: .number("\(Int64(units))"))
            }
        },
        .pay2Local("cuts poisha off a Double", caughtBy: RequestRules.fraction) { adapter in
            adapter.rewriteCreations { body, order in
                guard let units = Double(order.amount.decimalText), units < 1_000_000 else { return body }
                let poisha = Int64(units * 100)
                let text = "\(poisha / 100).\("\(poisha % 100 + 100)".dropFirst())"
                return body.setting(["amount"], to: .string(text))
            }
        },
        .smsPay("rounds a fraction away", caughtBy: RequestRules.fractionRefused) { adapter in
            adapter.rewriteOrders { order in
                let taka = order.amount.minorUnits / 100 * 100
                if let amount = Money(minorUnits: max(100, taka), currency: order.amount.currency) {
                    order.amount = amount
                }
            }
        },
        .smsPay("asks for one taka where nothing was ordered", caughtBy: RequestRules.zero) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .create(var order) = call, order.amount.isZero,
                    let least = Money(minorUnits: 100, currency: order.amount.currency)
                else { return try base.request(for: call) }
                order.amount = least
                return try base.request(for: .create(order))
            }
        },
    ]
}
