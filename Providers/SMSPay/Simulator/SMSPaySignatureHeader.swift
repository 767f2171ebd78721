/// A header that carries a webhook's signature; the value is the same in both.
public enum SMSPaySignatureHeader: String, Sendable, Hashable {
    /// The contract's header.
    case xSignature = "X-Signature"
    /// The newer documents' header.
    case xWebhookSignature = "X-Webhook-Signature"
}
