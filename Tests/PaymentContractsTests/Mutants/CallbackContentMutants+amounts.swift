import Foundation
@testable import PaymentContracts
import PaymentIntents

extension CallbackContentMutants {
    static let amounts: [Mutant] = [
        .smsPay("reads amounts that are texts only", caughtBy: CallbackContentRules.amountForms) { adapter in
            adapter.readsMessages { message in
                guard case .number = message[amount] else { return [message] }
                return [message.setting(amount, to: .null)]
            }
        },
        .smsPay("overlooks the point", caughtBy: CallbackContentRules.amountForms) { adapter in
            adapter.readsText(at: amount) { $0.filter { $0 != "." } }
        },
        .smsPay("puts the amount asked for where none is", caughtBy: CallbackContentRules.missingAmount) { adapter in
            adapter.readsMessages { message in
                message[amount] == nil ? [message.setting(amount, to: .string("500"))] : [message]
            }
        },
        .smsPay("takes taka for granted", caughtBy: CallbackContentRules.missingCurrency) { adapter in
            adapter.readsMessages { message in
                message[currency] == nil ? [message.setting(currency, to: .string("BDT"))] : [message]
            }
        },
        .smsPay("counts beyond what fits", caughtBy: CallbackContentRules.extremes) { adapter in
            adapter.readsText(at: amount) { wrapped($0) }
        },
    ]

    private static let amount = ["data", "amount"]
    private static let currency = ["data", "currency"]

    /// An amount that was counted in 64 bits, and lost what did not fit.
    private static func wrapped(_ text: String) -> String {
        let parts = text.split(separator: ".")
        guard let units = parts.first, parts.count < 3,
            text.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) })
        else { return text }
        let decimals = parts.dropFirst().first.map(String.init) ?? ""
        guard decimals.count <= 2 else { return text }
        let digits = units + decimals.padding(toLength: 2, withPad: "0", startingAt: 0)
        let count = digits.utf8.reduce(0 as Int64) { $0 &* 10 &+ Int64($1 - 0x30) }
        return Money(minorUnits: count, currency: .bdt)?.decimalText ?? text
    }
}
