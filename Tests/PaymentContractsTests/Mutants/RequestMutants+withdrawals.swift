import BuiltInContracts
import Pay2Local
@testable import PaymentContracts
import PaymentIntents

/// Wrong with withdrawals only: whoever tries one direction sees nothing of it.
extension RequestMutants {
    static let withdrawals: [Mutant] = [
        .pay2Local("carries a withdrawal as a Double", caughtBy: RequestRules.largest) { adapter in
            adapter.rewriteRequestedWithdrawals { body, amount in
                guard let units = amount.wholeUnits else { return body }
                return body.setting(["amount"], to: .string("\(UInt64(Double(units)))"))
            }
        },
        .pay2Local("cuts the poisha off a withdrawal", caughtBy: RequestRules.fraction) { adapter in
            adapter.rewriteRequestedWithdrawals { body, amount in
                body.setting(["amount"], to: .string("\(amount.minorUnits / 100)"))
            }
        },
        roundsWithdrawals,
    ]

    /// Of our providers, the one that carries withdrawals takes fractions; so here it takes none.
    private static let roundsWithdrawals = Mutant(
        description: "rounds the fraction of a withdrawal away",
        rule: RequestRules.fractionRefused.id
    ) {
        var subject = Mutant.mutated(try Pay2LocalSubject()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .create(var order) = call, order.amount.wholeUnits == nil else {
                    return try base.request(for: call)
                }
                let taka = order.amount.minorUnits / 100 * 100
                guard order.kind == .withdrawal,
                    let amount = Money(minorUnits: max(100, taka), currency: order.amount.currency)
                else { throw ProviderError(.invalid, "amount: must be whole") }
                order.amount = amount
                return try base.request(for: .create(order))
            }
        }
        subject.capabilities.takesFractions = false
        return subject
    }
}

extension MutatedAdapter {
    /// Changes the bodies of withdrawals after they were written rightly.
    fileprivate mutating func rewriteRequestedWithdrawals(
        _ change: @escaping @Sendable (MessageJSON, Money) -> MessageJSON
    ) {
        rewriteCreations { body, order in order.kind == .withdrawal ? change(body, order.amount) : body }
    }
}
