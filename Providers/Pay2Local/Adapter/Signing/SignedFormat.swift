/// How the signed fields become one text.
enum SignedFormat: String, Sendable, CaseIterable {
    /// The values, joined by the separator.
    case values
    /// `name=value`, joined by the separator.
    case keyValues
    /// One compact JSON object with the fields in their configured order.
    case json
}
