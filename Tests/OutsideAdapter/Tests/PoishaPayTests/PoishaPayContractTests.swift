import PaymentContracts
import Testing

@Suite("PoishaPay keeps the contract")
struct PoishaPayContractTests {
    @Test("each rule", arguments: AdapterContract.rules)
    func keeps(_ rule: AdapterRule) async throws {
        #expect(await rule.violation(by: try PoishaPaySubject()) == nil)
    }
}
