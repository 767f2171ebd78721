import PaymentIntents
import StrictJSON

/// The `event` of a webhook. SMS Pay API, ‘Webhooks’.
enum WebhookEvent: String, Sendable, CaseIterable {
    case paid = "payment.paid"
    case expired = "payment.expired"
    case rejected = "payment.rejected"
    case reviewRequired = "payment.review_required"

    /// Newer versions check with this that an endpoint is the merchant's.
    case endpointVerification = "webhook.endpoint_verification"

    private static let all = allCases

    /// Finds the event that a JSON string names, byte for byte.
    init?(_ value: JSONValue?) {
        guard let value, let event = Self.all.first(where: { value.equals($0.rawValue) }) else { return nil }
        self = event
    }

    /// What the event says happened to a payment.
    var claim: Claim? {
        switch self {
        case .paid: .succeeded
        case .expired: .expired
        case .rejected: .rejected
        case .reviewRequired: .review
        case .endpointVerification: nil
        }
    }
}
