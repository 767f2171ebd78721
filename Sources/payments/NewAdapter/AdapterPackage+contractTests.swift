extension AdapterPackage {
    /// The contract run.
    var contractTests: String {
        """
        import PaymentContracts
        import Testing

        @Suite("\(type) keeps the contract")
        struct \(type)ContractTests {
            @Test("each rule", arguments: AdapterContract.rules)
            func keeps(_ rule: AdapterRule) async throws {
                let violation = await rule.violation(by: try \(type)Subject())
                #expect(violation == nil, "\\(rule.why)")
            }

            @Test("what it sends is written from its documents")
            func wireIsWritten() {
                #expect(!\(type)Wire.isMadeUp, "\(type)Wire is still to be written")
            }
        }

        """
    }
}
