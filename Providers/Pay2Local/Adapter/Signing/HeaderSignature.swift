/// What the header `x-signature` of a callback covers.
enum HeaderSignature: String, Sendable, CaseIterable {
    /// The body, byte for byte.
    case rawBody
    /// The signed fields, as a ``SigningRecipe`` joins them.
    case fields
    /// The header is not looked at.
    case off
}
