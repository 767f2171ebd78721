import BuiltInContracts
import PaymentContracts
import Testing

@Suite("Pay2Local keeps the contract")
struct Pay2LocalContractTests {
    @Test("each rule", arguments: AdapterContract.rules)
    func keeps(_ rule: AdapterRule) async throws {
        let violation = await rule.violation(by: try Pay2LocalSubject())
        #expect(violation == nil, "\(rule.why)")
    }
}
