/// How a provider wants an amount to be written in a request.
public enum AmountForm: String, Sendable, Hashable, CaseIterable {
    /// A JSON number: `500`.
    case number
    /// A JSON string: `"500"`.
    case text
}
