/// Everything that an adapter is held to before it may touch money.
public enum AdapterContract {
    /// All rules, family by family.
    public static let rules: [AdapterRule] = [
        SubjectRules.all,
        RequestRules.all,
        ReplyRules.all,
        MoneyRules.all,
        CallbackSignatureRules.all,
        SignedHeaderRules.all,
        CallbackContentRules.all,
        LifecycleRules.all,
        IdempotencyRules.all,
        SecretRules.all,
        CapabilityRules.all,
        VectorRules.all,
    ]
    .flatMap { $0 }
}
