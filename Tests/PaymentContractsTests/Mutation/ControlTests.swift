import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay
import Testing

/// What every mutant is made with, changing nothing: else a rule might notice the wrapping and not what is wrong.
@Suite("Adapters that are wrapped and not broken")
struct ControlTests {
    @Test("keep every rule", arguments: Control.all)
    func keeps(_ control: Control) async throws {
        let subject = try control.subject()
        for rule in AdapterContract.rules {
            #expect(await rule.violation(by: subject) == nil, "\(rule)")
        }
    }

    @Test("a mutant of another adapter is no mutant, and no rule takes it for one")
    func otherAdapter() async throws {
        let subject = Mutant.mutated(try SMSPaySubject()) { (_: inout MutatedAdapter<Pay2LocalAdapter>) in }
        let verdict = await CallbackSignatureRules.genuine.verdict(on: subject)
        guard case .failed = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }
}

/// An adapter that is wrapped as mutants are.
struct Control: Sendable, CustomStringConvertible {
    let description: String
    let subject: @Sendable () throws -> any AdapterSubject

    static let all: [Control] =
        subjects("SMS Pay") { try SMSPaySubject() } + subjects("Pay2Local") { try Pay2LocalSubject() }
        + adapters("SMS Pay", SMSPayAdapter.self) { try SMSPaySubject() }
        + adapters("Pay2Local", Pay2LocalAdapter.self) { try Pay2LocalSubject() }
        + [
            control("SMS Pay, intents and signatures", SMSPayAdapter.self, { try SMSPaySubject() }) { adapter in
                adapter.rewriteIntents { _, _ in }
                adapter.believes { _ in false }
            },
            control("SMS Pay, pages", SMSPayAdapter.self, { try SMSPaySubject() }) { adapter in
                adapter.rewritePages { _, _ in }
            },
        ]

    private typealias Base = @Sendable () throws -> any AdapterSubject

    private static func subjects(_ name: String, _ base: @escaping Base) -> [Control] {
        [
            Control(description: "\(name), made") {
                let subject = try base()
                return MutatedSubject(subject) { settings throws(ConfigurationError) in
                    try settings.adapter(of: subject)
                }
            },
            Control(description: "\(name), configured") { MutatedSubject(try base(), configuring: { $0 }) },
        ]
    }

    private static func adapters<Adapter: ProviderAdapter>(
        _ name: String,
        _ adapter: Adapter.Type,
        _ base: @escaping Base
    ) -> [Control] {
        [
            control("\(name), wrapped", adapter, base) { _ in },
            control("\(name), orders, errors and evidence", adapter, base) { adapter in
                adapter.rewriteOrders { _ in }
                adapter.rewriteErrors { _, _, _ in }
                adapter.rewriteEvidence { _ in }
            },
            control("\(name), requests, responses and bodies", adapter, base) { adapter in
                adapter.rewriteRequests { _, _ in }
                adapter.rewriteResponses { _, _ in }
                adapter.reads { [$0] }
            },
            control("\(name), creations, answers and messages", adapter, base) { adapter in
                adapter.rewriteCreations { body, _ in body }
                adapter.rewriteAnswers { body, _ in body }
                adapter.readsMessages { [$0] }
            },
            control("\(name), amounts and texts", adapter, base) { adapter in
                adapter.rewriteAmounts(at: "amount") { $0 }
                adapter.readsText(at: ["currency"]) { $0 }
            },
            control("\(name), statuses and stated amounts", adapter, base) { adapter in
                adapter.rewriteStatus(at: "status") { $0 }
                adapter.restateAmounts { $1 }
            },
            control("\(name), pages for customers", adapter, base) { adapter in
                adapter.rewriteCustomerPage(at: "redirect_url") { $0 }
            },
        ]
    }

    private static func control<Adapter: ProviderAdapter>(
        _ description: String,
        _ adapter: Adapter.Type,
        _ base: @escaping Base,
        _ wrap: @escaping @Sendable (inout MutatedAdapter<Adapter>) -> Void
    ) -> Control {
        Control(description: description) { Mutant.mutated(try base(), wrap) }
    }
}
