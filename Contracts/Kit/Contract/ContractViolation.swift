/// How a rule is broken.
///
/// It quotes what went over the wire. The kit's own keys and numbers are made up, so nothing in it is secret.
public struct ContractViolation: Error, Sendable, Hashable {
    /// What was given to the subject.
    public let sent: String

    /// What came of it.
    public let came: String

    /// What should have come.
    public let due: String

    /// Reports a broken rule.
    ///
    /// - Parameters:
    ///   - sent: What was given to the subject.
    ///   - came: What came of it.
    ///   - due: What should have come.
    public init(sent: String, came: String, due: String) {
        self.sent = sent
        self.came = came
        self.due = due
    }
}

extension ContractViolation: CustomStringConvertible {
    /// The three parts, a line each.
    public var description: String { "sent: \(sent)\ncame: \(came)\ndue:  \(due)" }
}

/// Throws a ``ContractViolation`` unless a condition holds.
///
/// - Parameters:
///   - condition: What has to hold.
///   - sent: What was given to the subject.
///   - came: What came of it.
///   - due: What should have come.
/// - Throws: ``ContractViolation``.
package func require(
    _ condition: Bool,
    sent: @autoclosure () -> String,
    came: @autoclosure () -> String,
    due: @autoclosure () -> String
) throws(ContractViolation) {
    guard !condition else { return }
    throw ContractViolation(sent: sent(), came: came(), due: due())
}
