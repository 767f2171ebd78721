/// What the member `signature` of a callback's body covers.
enum BodySignature: String, Sendable, CaseIterable {
    /// The signed fields, as a ``SigningRecipe`` joins them.
    case fields
    /// The member is not looked at.
    case off
}
