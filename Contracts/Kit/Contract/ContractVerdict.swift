/// What a rule says about a subject.
public enum ContractVerdict: Sendable, Hashable {
    /// The rule holds.
    case passed

    /// The rule asks for something that the subject does not declare.
    case notApplicable(needs: String)

    /// The rule is broken.
    case violated(ContractViolation)

    /// The rule could not be carried through: an error that none of its checks is about, in words. It counts as broken.
    case failed(String)
}
