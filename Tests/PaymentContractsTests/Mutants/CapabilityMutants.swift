import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

enum CapabilityMutants {
    static let all: [Mutant] = declarations + offered + refused

    private static let declarations: [Mutant] = [
        .smsPay("declares withdrawals", caughtBy: CapabilityRules.declared) { adapter in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.kinds.insert(.withdrawal)
                return capabilities
            }
        },
        .pay2Local("declares no fractions", caughtBy: CapabilityRules.declared) { adapter in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.takesFractions = false
                return capabilities
            }
        },
        Mutant("goes by another adapter's name", caughtBy: CapabilityRules.name, try SMSPaySubject()) {
            _,
            _ throws(ConfigurationError) in
            guard let other = try? Pay2LocalSubject(), let setup = try? AdapterSetup() else {
                throw ConfigurationError(key: "adapter", problem: "cannot be exchanged")
            }
            return try other.adapter(setup)
        },
        Mutant("works for an account called default", caughtBy: CapabilityRules.account, try Pay2LocalSubject()) {
            subject,
            settings throws(ConfigurationError) in
            try settings.adapter(of: subject, account: AccountName("default"))
        },
        .pay2Local("believes signatures, whatever is configured", caughtBy: CapabilityRules.trust) { adapter in
            adapter.trusting = { _ in .signed }
        },
    ]

    private static let offered: [Mutant] = [
        .pay2Local("sends a withdrawal as a deposit", caughtBy: CapabilityRules.creation) { adapter in
            adapter.rewriteOrders { $0.kind = .deposit }
        },
        .pay2Local("asks about the first payment again and again", caughtBy: CapabilityRules.query) { adapter in
            let first = Memory<PaymentLookup?>(nil)
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .query(let lookup) = call else { return try base.request(for: call) }
                let asked = first.change { first in
                    first = first ?? lookup
                    return first ?? lookup
                }
                return try base.request(for: .query(asked))
            }
        },
        .smsPay("declares a list and has none", caughtBy: CapabilityRules.list) { adapter in
            adapter.refuse(.list)
        },
        .smsPay("ends the list after its first page", caughtBy: CapabilityRules.list) { adapter in
            adapter.rewritePages { _, hasMore in hasMore = false }
        },
        .smsPay("asks for what is pending behind the first page", caughtBy: CapabilityRules.list) { adapter in
            adapter.rewriteRequests { request, call in
                if case .list(let page) = call, page > 1 { request.url += "&status=PENDING" }
            }
        },
        .smsPay("asks for pages of 100, and for one of them only", caughtBy: CapabilityRules.list) { adapter in
            adapter.rewriteRequests { request, call in
                if call.operation == .list { request.url.replace("limit=50", with: "limit=100") }
            }
            adapter.rewritePages { _, hasMore in hasMore = false }
        },
        .smsPay("asks for the first page again", caughtBy: CapabilityRules.list) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .list = call else { return try base.request(for: call) }
                return try base.request(for: .list(page: 1))
            }
        },
        .pay2Local("declares a balance and has none", caughtBy: CapabilityRules.balance) { adapter in
            adapter.refuse(.balance)
        },
        .pay2Local("sends every wallet as bKash", caughtBy: CapabilityRules.methods) { adapter in
            adapter.rewriteOrders { if $0.method != nil { $0.method = .bkash } }
        },
    ]

    private static let refused: [Mutant] = [
        .smsPay("asks for a list where a balance is wanted", caughtBy: CapabilityRules.missingOperations) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                try base.request(for: call == .balance ? .list(page: 1) : call)
            }
        },
        .pay2Local("asks for a list that there is not", caughtBy: CapabilityRules.missingOperations) { adapter in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .list = call else { return try base.request(for: call) }
                return try base.request(for: .balance)
            }
        },
        .smsPay("sends a withdrawal as a deposit", caughtBy: CapabilityRules.missingKind) { adapter in
            adapter.rewriteOrders { $0.kind = .deposit }
        },
        .pay2Local("leaves out a wallet that it does not know", caughtBy: CapabilityRules.missingMethod) { adapter in
            adapter.rewriteOrders { order in
                if let method = order.method, !PaymentMethod.known.contains(method) { order.method = nil }
            }
        },
        .smsPay("asks for as many taka as there were euros", caughtBy: CapabilityRules.missingCurrency) { adapter in
            adapter.rewriteOrders { order in
                if order.amount.currency.code == "EUR",
                    let taka = try? Money(parsing: order.amount.decimalText, currency: .bdt)
                {
                    order.amount = taka
                }
            }
        },
        .pay2Local("sends dollars as taka", caughtBy: CapabilityRules.missingCurrency) { adapter in
            adapter.rewriteOrders { order in
                if let taka = try? Money(parsing: order.amount.decimalText, currency: .bdt) { order.amount = taka }
            }
        },
    ]
}
