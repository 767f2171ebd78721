@testable import PaymentContracts
import Testing

@Suite("Adapters broken on purpose")
struct MutantTests {
    static let all: [Mutant] = [
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
        #expect(await rule.violation(by: try mutant.subject()) != nil)
    }

    @Test("there is at least one for each rule", arguments: AdapterContract.rules)
    func covered(_ rule: AdapterRule) {
        #expect(Self.all.contains { $0.rule == rule.id })
    }
}
