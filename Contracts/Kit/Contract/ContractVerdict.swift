/// What a rule says about a subject.
public enum ContractVerdict: Sendable, Hashable {
    /// The rule holds.
    case passed

    /// The rule asks for something that the subject does not declare.
    case notApplicable(needs: String)

    /// The rule is broken.
    case violated(ContractViolation)
}
