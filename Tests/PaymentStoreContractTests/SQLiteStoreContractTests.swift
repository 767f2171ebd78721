import PaymentContracts
import PaymentStoreContracts
import Testing

@Suite("The SQLite store keeps the contract")
struct SQLiteStoreContractTests {
    @Test("each rule", arguments: StoreContract.rules)
    func keeps(_ rule: StoreRule) async {
        let violation = await rule.violation(by: SQLiteSubject(for: rule.id))
        #expect(violation == nil, "\(rule.why)")
    }

    @Test("no two rules have the same name")
    func names() {
        #expect(Set(StoreContract.rules.map(\.id)).count == StoreContract.rules.count)
    }
}
