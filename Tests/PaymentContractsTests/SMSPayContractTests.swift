import BuiltInContracts
import PaymentContracts
import Testing

@Suite("SMS Pay keeps the contract")
struct SMSPayContractTests {
    @Test("each rule", arguments: AdapterContract.rules)
    func keeps(_ rule: AdapterRule) async throws {
        let violation = await rule.violation(by: try SMSPaySubject())
        #expect(violation == nil, "\(rule.why)")
    }
}
