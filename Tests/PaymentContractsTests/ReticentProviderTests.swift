import BuiltInContracts
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay
import Testing

/// What a provider may leave out, or say in a way of its own, without its adapter being wrong.
@Suite("Adapters whose provider says less, or says it otherwise")
struct ReticentProviderTests {
    /// A subject, and its adapter, of a provider that cannot be asked about one payment.
    private static func withoutQueries<Adapter: ProviderAdapter>(
        _ subject: any AdapterSubject,
        _ adapter: Adapter.Type
    ) -> MutatedSubject {
        var mutated = Mutant.mutated(subject) { (adapter: inout MutatedAdapter<Adapter>) in
            adapter.refuse(.query)
            adapter.declaring = { base in
                var capabilities = base.capabilities
                capabilities.operations.remove(.query)
                return capabilities
            }
        }
        mutated.capabilities.operations.remove(.query)
        return mutated
    }

    @Test(
        "are not asked about one payment where that is not offered",
        arguments: [IdempotencyRules.afterSilence, IdempotencyRules.foundInList]
    )
    func noQuery(_ rule: AdapterRule) async throws {
        let subject = Self.withoutQueries(try SMSPaySubject(), SMSPayAdapter.self)
        #expect(await rule.verdict(on: subject) == .passed)
    }

    @Test("are not asked what has expired where one payment cannot be asked about")
    func noQueryOfExpiry() async throws {
        let subject = Self.withoutQueries(try SMSPaySubject(), SMSPayAdapter.self)
        let verdict = await LifecycleRules.expiryByQuery.verdict(on: subject)
        #expect(verdict == .notApplicable(needs: "expiry and query"))
    }

    @Test("are not asked which wallet was chosen where one payment cannot be asked about")
    func noQueryOfMethod() async throws {
        let subject = Self.withoutQueries(try Pay2LocalSubject(), Pay2LocalAdapter.self)
        #expect(await CapabilityRules.methods.verdict(on: subject) == .passed)
    }

    @Test("name no wallet where the answers name none")
    func noMethod() async throws {
        let subject = Mutant.mutated(try Pay2LocalSubject()) { (adapter: inout MutatedAdapter<Pay2LocalAdapter>) in
            adapter.rewriteAnswers { body, _ in body.setting(["bank_type"], to: nil) }
        }
        #expect(await CapabilityRules.methods.verdict(on: subject) == .passed)
    }

    @Test(
        "state no amount where the answer to a creation names none",
        arguments: ReplyRules.all + MoneyRules.all
    )
    func noAmount(_ rule: AdapterRule) async throws {
        var subject = MutatedSubject(base: try Pay2LocalSubject())
        for field in [WireField.amount, .currency] {
            let path = try #require(subject.wire.creationReply.fields[field])
            subject.wire.creationReply.fields[field] = nil
            subject.wire.creationReply.sample = subject.wire.creationReply.sample.setting(path, to: nil)
        }
        #expect(await rule.violation(by: subject) == nil)
    }

    @Test(
        "know two words of which one is the other with letters in front, whatever the case",
        arguments: [ReplyRules.documented, ReplyRules.unknown, ReplyRules.otherCase, ReplyRules.lookAlike]
    )
    func wordInAWord(_ rule: AdapterRule) async throws {
        var subject = Mutant.mutated(try SMSPaySubject()) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
            adapter.rewriteIntents { intent, _ in
                switch intent.rawStatus.lowercased() {
                case "paid": intent.claim = .succeeded
                case "unpaid": intent.claim = .pending
                default: intent.claim = .review
                }
            }
        }
        let claims: [String: Claim] = ["Paid": .succeeded, "Unpaid": .pending]
        subject.wire.creationReply.claims = claims
        subject.wire.creationReply.ignoresCase = true
        subject.wire.queryReply.claims = claims
        subject.wire.queryReply.ignoresCase = true
        #expect(await rule.verdict(on: subject) == .passed)
    }

    @Test(
        "want an envelope, where the subject names it, and not otherwise",
        arguments: [ReplyRules.requiredAbsent, ReplyRules.optionalAbsent, ReplyRules.optionalWrong]
    )
    func envelope(_ rule: AdapterRule) async throws {
        var subject = Mutant.mutated(try SMSPaySubject()) { (adapter: inout MutatedAdapter<SMSPayAdapter>) in
            adapter.rewriteAnswers { body, _ in body[["success"]] == .boolean(true) ? body : .object([]) }
        }
        let sample = subject.wire.queryReply.sample.setting(["success"], to: .boolean(true))
        subject.wire.creationReply.sample = sample
        subject.wire.queryReply.sample = sample
        subject.wire.creationReply.requiredMembers = [["success"]]
        subject.wire.queryReply.requiredMembers = [["success"]]
        #expect(await rule.verdict(on: subject) == .passed)

        subject.wire.creationReply.requiredMembers = []
        subject.wire.queryReply.requiredMembers = []
        let isMissed = rule.id == ReplyRules.optionalAbsent.id
        let verdict = await rule.verdict(on: subject)
        #expect((verdict != .passed) == isMissed, "\(verdict)")
    }
}
