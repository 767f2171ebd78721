import BuiltInContracts
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import Testing

/// Pay2Local as it would be if it took yen and dinars as well, which have no decimals and three of them. Both of our
/// providers take taka only.
enum SeveralCurrencies {
    /// The subject, with an adapter that writes yen and dinars in a way of its own.
    ///
    /// - Parameters:
    ///   - mutate: Makes the adapter wrong in another way.
    ///   - digits: Writes an amount.
    /// - Returns: The subject.
    /// - Throws: When Pay2Local's subject cannot be made.
    static func subject(
        _ mutate: @escaping @Sendable (inout MutatedAdapter<Pay2LocalAdapter>) -> Void = { _ in },
        writing digits: @escaping @Sendable (Money) -> String = exactDigits
    ) throws -> any AdapterSubject {
        let currencies = Set(["BDT", "JPY", "KWD"].compactMap { Currency(code: $0) })
        var subject = Mutant.mutated(try Pay2LocalSubject()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.currencies = currencies
                return capabilities
            }
            adapter.requesting = { base, call throws(ProviderError) in
                guard case .create(var order) = call, currencies.contains(order.amount.currency),
                    let taka = Money(minorUnits: order.amount.minorUnits, currency: .bdt)
                else { return try base.request(for: call) }
                let amount = order.amount
                order.amount = taka
                var request = try base.request(for: .create(order))
                if amount != taka, let body = try? MessageJSON(request.body) {
                    request.body =
                        body.setting(["amount"], to: .string(digits(amount)))
                        .setting(["currency"], to: .string(amount.currency.code)).bytes
                }
                return request
            }
            mutate(&adapter)
        }
        subject.capabilities.currencies = currencies
        return subject
    }

    /// The shortest exact digits.
    @Sendable static func exactDigits(_ amount: Money) -> String {
        amount.wholeUnits.map { String($0) } ?? amount.decimalText
    }
}

extension Mutant {
    /// A wrong adapter for Pay2Local as it would be with yen and dinars.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - digits: Writes an amount.
    /// - Returns: The mutant.
    static func severalCurrencies(
        _ description: String,
        caughtBy rule: AdapterRule,
        writing digits: @escaping @Sendable (Money) -> String
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) { try SeveralCurrencies.subject(writing: digits) }
    }
}

@Suite("An adapter that writes and reads several currencies as it should")
struct SeveralCurrenciesTests {
    @Test("keeps each rule about requests and about money", arguments: RequestRules.all + MoneyRules.all)
    func keeps(_ rule: AdapterRule) async throws {
        let subject = try SeveralCurrencies.subject()
        #expect(await rule.violation(by: subject) == nil)
    }
}
