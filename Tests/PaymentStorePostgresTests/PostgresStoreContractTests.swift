import PaymentContracts
import PaymentStoreContracts
import Testing

@Suite("The PostgreSQL store keeps the contract")
struct PostgresStoreContractTests {
    @Test("each rule", arguments: StoreContract.rules)
    func keeps(_ rule: StoreRule) async {
        let violation = await rule.violation(by: PostgresSubject(for: rule.id))
        #expect(violation == nil)
    }
}
