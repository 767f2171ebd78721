import BuiltInContracts
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Testing

/// What a provider may be like without being wrong.
@Suite("Adapters that know the limits of their provider")
struct HonestAdapterTests {
    private static func refusing(
        _ problem: String,
        when isRefused: @escaping @Sendable (ProviderCall) -> Bool
    ) throws -> any AdapterSubject {
        Mutant.mutated(try SMSPaySubject()) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
            adapter.requesting = { base, call throws(ProviderError) in
                if isRefused(call) { throw ProviderError(.invalid, problem) }
                return try base.request(for: call)
            }
        }
    }

    @Test("take references of 20 ASCII characters", arguments: [RequestRules.reference, RequestRules.distinct])
    func references(_ rule: AdapterRule) async throws {
        let subject = try Self.refusing("reference: must be at most 20 characters of ASCII") { call in
            guard case .create(let order) = call else { return false }
            return order.reference.utf8.count > 20 || !order.reference.utf8.allSatisfy { $0 < 0x80 }
        }
        #expect(await rule.verdict(on: subject) == .passed)
    }

    @Test("take amounts of 50 to 25,000", arguments: [RequestRules.exact, RequestRules.largest, RequestRules.zero])
    func amounts(_ rule: AdapterRule) async throws {
        let subject = try Self.refusing("amount: must be of 50 to 25,000") { call in
            guard case .create(let order) = call, let units = order.amount.wholeUnits else { return false }
            return !(50...25_000).contains(units)
        }
        #expect(await rule.verdict(on: subject) == .passed)
    }

    @Test("ask about no id with a control character in it")
    func ids() async throws {
        let subject = try Self.refusing("providerPaymentID: has a control character in it") { call in
            guard case .query(let lookup) = call else { return false }
            return lookup.providerPaymentID?.utf8.contains { $0 < 0x20 } == true
                || lookup.reference?.utf8.contains { $0 < 0x20 } == true
        }
        #expect(await RequestRules.oneSegment.verdict(on: subject) == .passed)
    }

    @Test(
        "pay to numbers of 11 digits, as long as they say that it is the payee",
        arguments: [("payee: must have 11 digits", true), ("cannot be asked for", false)]
    )
    func payees(problem: String, isKept: Bool) async throws {
        let subject = Mutant.mutated(try Pay2LocalSubject()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
            adapter.requesting = { base, call throws(ProviderError) in
                if case .create(let order) = call, let payee = order.payee, payee.digits.utf8.count != 11 {
                    throw ProviderError(.invalid, problem)
                }
                return try base.request(for: call)
            }
        }
        let verdict = await RequestRules.payee.verdict(on: subject)
        #expect((verdict == .passed) == isKept, "\(verdict)")
    }

    @Test("give ten minutes or more to pay")
    func timesToPay() async throws {
        let subject = try Self.refusing("expiresIn: must be at least 600 seconds") { call in
            guard case .create(let order) = call, let time = order.expiresIn else { return false }
            return time < .seconds(600)
        }
        #expect(await RequestRules.timeToLive.verdict(on: subject) == .passed)
    }

    @Test("but take one time to pay at least")
    func noTimeToPay() async throws {
        let subject = try Self.refusing("expiresIn: cannot be asked for") { call in
            guard case .create(let order) = call else { return false }
            return order.expiresIn != nil
        }
        guard case .violated = await RequestRules.timeToLive.verdict(on: subject) else {
            Issue.record("an adapter that takes no time to pay was said to take them")
            return
        }
    }

    @Test(
        "but not without saying which field it is",
        arguments: [RequestRules.reference, RequestRules.exact, RequestRules.timeToLive]
    )
    func unnamed(_ rule: AdapterRule) async throws {
        let subject = try Self.refusing("cannot be asked for") { call in
            guard case .create(let order) = call else { return false }
            return order.reference.utf8.count > 20 || order.amount.wholeUnits == 1 || order.expiresIn == .seconds(60)
        }
        guard case .violated = await rule.verdict(on: subject) else {
            Issue.record("a refusal that names no field was taken")
            return
        }
    }

    @Test("name no currency where there is only one")
    func currency() async throws {
        var subject = try SMSPaySubject()
        subject.wire.creationRequest.fields[.currency] = nil
        #expect(await RequestRules.currency.verdict(on: subject) == .notApplicable(needs: "a currency in creations"))
    }
}
