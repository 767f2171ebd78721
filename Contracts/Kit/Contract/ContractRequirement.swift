/// What a rule needs of a subject before it applies, such as that a provider carries withdrawals.
public struct ContractRequirement<Subject: Sendable>: Sendable {
    /// What is needed, as a report says it: `withdrawals`.
    public let name: String

    let isMet: @Sendable (Subject) -> Bool

    /// Describes what is needed.
    ///
    /// - Parameters:
    ///   - name: What is needed, as a report says it.
    ///   - isMet: Whether a subject has it, by its own declaration.
    package init(_ name: String, isMet: @escaping @Sendable (Subject) -> Bool) {
        self.name = name
        self.isMet = isMet
    }

    func isMet(by subject: Subject) -> Bool { isMet(subject) }
}
