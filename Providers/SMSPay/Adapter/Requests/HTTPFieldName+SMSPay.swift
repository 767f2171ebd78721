import HTTPTypes

/// The header names of SMS Pay. Each is a token of RFC 9110, so that none is lost on the way.
extension HTTPField.Name {
    /// SMS Pay API, ‘Authentication’.
    static let smsPayAPIKey = HTTPField.Name("X-Api-Key")

    /// SMS Pay API, ‘Webhooks’: the first version names `X-Signature`, newer ones `X-Webhook-Signature`.
    static let smsPaySignatures = ["X-Signature", "X-Webhook-Signature"].compactMap { HTTPField.Name($0) }
}
