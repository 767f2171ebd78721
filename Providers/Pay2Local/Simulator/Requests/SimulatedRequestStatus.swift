/// The statuses of a payment request.
public enum SimulatedRequestStatus: String, Sendable, Hashable, CaseIterable {
    /// Nothing is decided; the contract names no word for it, retired documents name this one.
    case pending = "Pending"
    /// It went through.
    case approved = "Approved"
    /// It did not.
    case rejected = "Rejected"
}
