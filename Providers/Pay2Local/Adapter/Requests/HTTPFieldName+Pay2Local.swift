import HTTPTypes

/// The headers of Pay2Local's own. Source: Pay2Local API, Payment Callback, ‘Authorization’ and ‘Headers’.
extension HTTPField.Name {
    static let accessKey = HTTPField.Name("X-Authorization-Access")
    static let publicKey = HTTPField.Name("X-Authorization-Public")
    static let callbackSignature = HTTPField.Name("x-signature")
    static let callbackRequestID = HTTPField.Name("x-request-id")
}
