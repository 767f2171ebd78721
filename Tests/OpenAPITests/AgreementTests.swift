import Testing

@Suite("File, adapter, simulator and server agree", .timeLimit(.minutes(30)))
struct AgreementTests {
    /// The documented answers that no scenario can bring about, and why.
    private static let unexercised = [
        "smspay.yaml": [
            "createIntent 422": "the documents give no cause",
            "createEndpoint 201":
                "a merchant does this in the dashboard; there is neither a call of ours nor a simulation",
            "verifyEndpoint 200": "as createEndpoint",
            "listDeliveries 200": "as createEndpoint",
        ],
        "pay2local.yaml": [
            "checkStatus 400": "no document shows which parameters are malformed; the simulator says 403 to all",
            "checkSandboxStatus 400": "as checkStatus",
        ],
        "callbacks.yaml": [:],
    ]

    private static let scenarios = [
        "smspay.yaml": SMSPayScenarios.all, "pay2local.yaml": Pay2LocalScenarios.all,
        "callbacks.yaml": ServerScenarios.all,
    ]

    @Test("in everything that goes over the wire, in every operation and every answer", arguments: ContractFile.names)
    func agree(name: String) async throws {
        var checks: [String: ContractCheck] = [:]
        for name in ContractFile.names { checks[name] = ContractCheck(try ContractFile(name)) }
        for scenario in try #require(Self.scenarios[name]) {
            let exchanges = try await Town.open(scenario.plan) { town in
                // What went over the wire until then says more than the error.
                do { try await scenario.visit(town) } catch { Issue.record(error, "\(scenario)") }
            }
            for exchange in exchanges { try checks[exchange.file]?.check(exchange) }
        }
        for problem in Set(checks.values.flatMap(\.problems)).sorted() { Issue.record("\(problem)") }
        let check = try #require(checks[name])
        let unseen = check.file.documentedAnswers.subtracting(check.seenAnswers)
        #expect(unseen.sorted() == Self.unexercised[name]?.keys.sorted())
    }
}
