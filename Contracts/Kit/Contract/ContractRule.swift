/// One thing that has to be true of every adapter, or of every store.
///
/// A rule is a value: it has a name that stays, a sentence that says why it is there, and a check that can be run on
/// anything of its kind. The check throws a ``ContractViolation``.
public struct ContractRule<Subject: Sendable>: Sendable, Identifiable {
    /// The name: words apart by `-`, families apart by `.`, such as `callback.signature.every-bit`. It never changes.
    public let id: String

    /// Why the rule is there, in one sentence.
    public let why: String

    /// What the rule needs of a subject; `nil` when it holds for all of them.
    public let requirement: ContractRequirement<Subject>?

    private let check: @Sendable (Subject) async throws -> Void

    /// Lays down a rule.
    ///
    /// - Parameters:
    ///   - id: The name.
    ///   - why: Why the rule is there, in one sentence.
    ///   - requirement: What the rule needs of a subject.
    ///   - check: Throws a ``ContractViolation`` when the rule is broken. Any other error says that it could not be
    ///     carried through.
    public init(
        _ id: String,
        _ why: String,
        needs requirement: ContractRequirement<Subject>? = nil,
        check: @escaping @Sendable (Subject) async throws -> Void
    ) {
        self.id = id
        self.why = why
        self.requirement = requirement
        self.check = check
    }

    /// Runs the rule.
    ///
    /// - Parameter subject: What is held to it.
    /// - Returns: Whether it holds, does not, does not apply, or could not be carried through.
    public func verdict(on subject: Subject) async -> ContractVerdict {
        if let requirement, !requirement.isMet(by: subject) { return .notApplicable(needs: requirement.name) }
        do {
            try await check(subject)
            return .passed
        } catch let violation as ContractViolation {
            return .violated(violation)
        } catch {
            return .failed("\(error)")
        }
    }

    /// Runs the rule, and says only what is wrong.
    ///
    /// One line of a test:
    ///
    /// ```swift
    /// @Test(arguments: AdapterContract.rules) func keeps(_ rule: AdapterRule) async {
    ///     let violation = await rule.violation(by: subject)
    ///     #expect(violation == nil, "\(rule.why)")
    /// }
    /// ```
    ///
    /// - Parameter subject: What is held to it.
    /// - Returns: How the rule is broken, or why it could not be carried through; `nil` when it holds or does not apply.
    public func violation(by subject: Subject) async -> ContractViolation? {
        switch await verdict(on: subject) {
        case .passed, .notApplicable: nil
        case .violated(let violation): violation
        case .failed(let error): ContractViolation(sent: "what \(id) sends", came: error, due: "no error")
        }
    }
}

extension ContractRule: CustomStringConvertible {
    /// The name.
    public var description: String { id }
}
