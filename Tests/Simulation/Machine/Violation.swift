/// Something that must never be so, and is.
public struct Violation: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was broken; `nil` when the simulation itself does not work.
    public let invariant: Invariant?
    /// What is wrong.
    public let description: String

    init(of invariant: Invariant, _ description: String) {
        self.invariant = invariant
        self.description = description
    }

    /// The simulation itself does not work.
    init(_ description: String) {
        invariant = nil
        self.description = description
    }

    /// What was broken, and how.
    public var summary: String { "\(invariant?.rawValue ?? "the simulation itself works"): \(description)" }
}
