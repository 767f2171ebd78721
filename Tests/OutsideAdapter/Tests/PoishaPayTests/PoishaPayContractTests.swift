import PaymentContracts
import Testing

@Suite("PoishaPay keeps the contract")
struct PoishaPayContractTests {
    @Test("each rule", arguments: AdapterContract.rules)
    func keeps(_ rule: AdapterRule) async throws {
        let violation = await rule.violation(by: try PoishaPaySubject())
        #expect(violation == nil, "\(rule.why)")
    }
}
