/// What stands in the signed text for a field that the callback does not have, or has as `null`.
enum AbsentField: String, Sendable, CaseIterable {
    /// Nothing, and no separator either.
    case skip
    /// An empty value.
    case empty
}
