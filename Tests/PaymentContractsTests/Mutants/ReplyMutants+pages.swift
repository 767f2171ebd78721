import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension ReplyMutants {
    static let pages: [Mutant] = [
        .smsPay("drops the query of the customer's page", caughtBy: ReplyRules.redirect) { adapter in
            adapter.rewriteCustomerPage(at: "checkoutUrl") { String($0.prefix { $0 != "?" }) }
        },
        .pay2Local(
            "takes blanks and control characters out of the customer's page",
            caughtBy: ReplyRules.hostileRedirect
        ) {
            adapter in
            adapter.rewriteCustomerPage(at: "redirect_url") { url in
                String(String.UnicodeScalarView(url.unicodeScalars.filter { $0.value > 0x20 }))
            }
        },
        .smsPay("takes the user out of the customer's page", caughtBy: ReplyRules.hostileRedirect) { adapter in
            adapter.rewriteCustomerPage(at: "checkoutUrl") { url in
                guard let at = url.firstIndex(of: "@") else { return url }
                return "https://\(url[at...].dropFirst())"
            }
        },
        .pay2Local("tells the customer to pay to their own number", caughtBy: ReplyRules.instructions) { adapter in
            adapter.rewriteAnswers { body, _ in
                body[["agent_number"]] == nil ? body : body.setting(["agent_number"], to: body[["cust_phone"]])
            }
        },
        .smsPay("tells the customer to pay to the number of the shop", caughtBy: ReplyRules.instructions) { adapter in
            adapter.rewriteInstructions { shown, _ in
                if let number = MSISDN("01711111111") { shown.receiver = number }
            }
        },
        .smsPay("tells the customer to type the payment's id", caughtBy: ReplyRules.instructions) { adapter in
            adapter.rewriteInstructions { shown, intent in shown.reference = intent.id }
        },
        .pay2Local("reads http as https", caughtBy: ReplyRules.plainRedirect) { adapter in
            adapter.rewriteCustomerPage(at: "redirect_url") { url in
                url.hasPrefix("http://") ? "https://\(url.dropFirst("http://".count))" : url
            }
        },
    ]

    static let lists: [Mutant] = [
        .smsPay("reads only the first payment of a page", caughtBy: ReplyRules.listed) { adapter in
            adapter.rewritePayments { Array($0.prefix(1)) }
        },
        .smsPay("stops after the first page", caughtBy: ReplyRules.listed) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                guard case .page(let intents, _) = try base.reply(in: response, to: call) else {
                    return try base.reply(in: response, to: call)
                }
                return .page(intents, hasMore: false)
            }
        },
        .smsPay("asks on after an empty page", caughtBy: ReplyRules.lastPage) { adapter in
            adapter.replying = { base, response, call throws(ProviderError) in
                guard case .page(let intents, let hasMore) = try base.reply(in: response, to: call) else {
                    return try base.reply(in: response, to: call)
                }
                return .page(intents, hasMore: hasMore || intents.isEmpty)
            }
        },
        .smsPay("drops payments without a name from a page", caughtBy: ReplyRules.spoiledPage) { adapter in
            adapter.rewritePayments { $0.filter { $0[["id"]] != nil } }
        },
        .pay2Local("takes a debt for money", caughtBy: ReplyRules.balance) { adapter in
            adapter.rewriteBalance { value in
                guard case .number(let digits) = value, digits.hasPrefix("-") else { return value }
                return .number(String(digits.dropFirst()))
            }
        },
        .pay2Local("reads a balance in whole taka", caughtBy: ReplyRules.balance) { adapter in
            adapter.rewriteBalance { value in
                guard case .number(let digits) = value else { return value }
                return .number(String(digits.prefix { $0 != "." }))
            }
        },
        .pay2Local("takes a missing balance for nothing", caughtBy: ReplyRules.spoiledBalance) { adapter in
            adapter.rewriteBalance { $0 ?? .number("0") }
        },
    ]
}

extension MutatedAdapter<SMSPayAdapter> {
    /// Changes what the customer is told to do.
    fileprivate mutating func rewriteInstructions(
        _ change: @escaping @Sendable (inout PaymentInstructions, SMSPayIntent) -> Void
    ) {
        rewriteIntents { intent, _ in
            guard case .instructions(var shown) = intent.nextAction else { return }
            change(&shown, intent)
            intent.nextAction = .instructions(shown)
        }
    }
}

extension MutatedAdapter {
    /// Exchanges the address of the customer's page.
    mutating func rewriteCustomerPage(at name: String, _ change: @escaping @Sendable (String) -> String) {
        rewriteAnswers { body, _ in
            guard let url = body[[name]]?.text else { return body }
            return body.setting([name], to: .string(change(url)))
        }
    }

    /// Exchanges the payments of a page.
    mutating func rewritePayments(_ change: @escaping @Sendable ([MessageJSON]) -> [MessageJSON]) {
        rewriteAnswers { body, call in
            guard call.operation == .list, case .array(let payments) = body[["data"]] else { return body }
            return body.setting(["data"], to: .array(change(payments)))
        }
    }

    /// Exchanges the balance.
    mutating func rewriteBalance(_ change: @escaping @Sendable (MessageJSON?) -> MessageJSON?) {
        rewriteAnswers { body, call in
            call == .balance ? body.setting(["balance"], to: change(body[["balance"]])) : body
        }
    }
}
