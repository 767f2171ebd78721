import PaymentContracts
import PaymentStoreContracts
import Testing

@Suite("Stores broken on purpose")
struct StoreMutantTests {
    static let all: [StoreMutant] = [
        RecordMutants.all,
        KeyHolderMutants.all,
        ValueMutants.all,
        ChangeMutants.all,
        MatchMutants.all,
        AbsorbMutants.all,
        DuplicateMutants.all,
        InboxMutants.all,
        InboxEntryMutants.all,
        InboxHeaderMutants.all,
        HistoryMutants.all,
        NotificationMutants.all,
        NotificationLeaseMutants.all,
        OutboxMutants.all,
        ReplayMutants.all,
        DueMutants.all,
        ListMutants.all,
        ReopeningMutants.all,
        OperationMutants.all,
    ]
    .flatMap { $0 }

    @Test("each is caught by the rule that is meant to catch it", arguments: all)
    func caught(_ mutant: StoreMutant) async throws {
        let rule = try #require(StoreContract.rules.first { $0.id == mutant.rule })
        let verdict = await rule.verdict(on: mutant.subject)
        guard case .violated = verdict else {
            Issue.record("\(rule): \(verdict), where a check has to notice")
            return
        }
    }

    @Test("one that is wrapped and not broken keeps each rule", arguments: StoreContract.rules)
    func control(_ rule: StoreRule) async {
        let control = StoreMutant("is not wrong", caughtBy: rule) { _, _ in }
        #expect(await rule.violation(by: control.subject) == nil)
    }

    @Test("there is at least one for each rule", arguments: StoreContract.rules)
    func covered(_ rule: StoreRule) {
        #expect(Self.all.contains { $0.rule == rule.id })
    }
}
