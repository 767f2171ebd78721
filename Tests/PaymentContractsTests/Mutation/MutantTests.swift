@testable import PaymentContracts
import Testing

@Suite("Adapters broken on purpose")
struct MutantTests {
    static let all: [Mutant] = [
        SubjectMutants.all,
        RequestMutants.all,
        ReplyMutants.all,
        MoneyMutants.all,
        CallbackSignatureMutants.all,
        SignedHeaderMutants.all,
        CallbackContentMutants.all,
        LifecycleMutants.all,
        IdempotencyMutants.all,
        SecretMutants.all,
        CapabilityMutants.all,
        VectorMutants.all,
    ]
    .flatMap { $0 }

    @Test("each is caught by the rule that is meant to catch it", arguments: all)
    func caught(_ mutant: Mutant) async throws {
        let rule = try #require(AdapterContract.rules.first { $0.id == mutant.rule })
        let verdict = await rule.verdict(on: try mutant.subject())
        guard case .violated = verdict else {
            Issue.record("\(rule): \(verdict), where a check has to notice")
            return
        }
    }

    @Test("there is at least one for each rule", arguments: AdapterContract.rules)
    func covered(_ rule: AdapterRule) {
        #expect(Self.all.contains { $0.rule == rule.id })
    }
}
