public import PaymentContracts

/// Everything that a store is held to before it may keep payments.
///
/// A rule knows nothing but `PaymentStore`, and what a ``StoreSubject`` says of the data behind it. The whole test of a
/// store:
///
/// ```swift
/// @Test(arguments: StoreContract.rules) func keeps(_ rule: StoreRule) async {
///     let violation = await rule.violation(by: subject)
///     #expect(violation == nil, "\(rule.why)")
/// }
/// ```
public enum StoreContract {
    /// All rules, family by family.
    public static let rules: [StoreRule] = [
        RecordKeyRules.all,
        KeyHolderRules.all,
        RecordRules.all,
        ValueRules.all,
        ChangeRules.all,
        MatchRules.all,
        HintRules.all,
        AbsorbRules.all,
        BatchRules.all,
        DuplicateRules.all,
        InboxRules.all,
        InboxPageRules.all,
        InboxEntryRules.all,
        HistoryRules.all,
        FoldRules.all,
        NotificationRules.all,
        NotificationLeaseRules.all,
        OutboxRules.all,
        ReplayRules.all,
        DueRules.all,
        ListRules.all,
        ReadingRules.all,
        ReopeningRules.all,
        OperationRules.all,
    ]
    .flatMap { $0 }
}
