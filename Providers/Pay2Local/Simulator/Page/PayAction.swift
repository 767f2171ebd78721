/// What the buttons of the hosted pages do.
enum PayAction: String, Sendable, CaseIterable {
    /// It goes through.
    case approve
    /// It does not.
    case reject
}
