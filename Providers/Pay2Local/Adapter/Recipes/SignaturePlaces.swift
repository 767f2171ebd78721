import HTTPTypes
import PaymentIntents
import Signatures
import StrictJSON

/// The signatures that one callback carries.
struct SignaturePlaces: Sendable {
    /// `x-signature`.
    let header: HMACSHA256Code?
    /// The member `signature` of the body.
    let body: HMACSHA256Code?
    /// `x-request-id`.
    let requestID: String?

    init(of callback: Callback, _ object: JSONValue?) throws(CallbackRefusal) {
        let headerText = try Self.header(.callbackSignature, of: callback)
        let bodyText = object?["signature"]?.string
        header = headerText.flatMap { HMACSHA256Code(hexadecimal: SignatureText.digits(of: $0).span) }
        body = bodyText.flatMap { HMACSHA256Code(hexadecimal: $0.utf8) }
        requestID = try Self.header(.callbackRequestID, of: callback)
        guard header != nil || body != nil else {
            let isThere = headerText != nil || bodyText != nil
            throw CallbackRefusal(isThere ? .malformed : .missing, check: "x-signature, signature")
        }
    }

    private static func header(
        _ name: HTTPField.Name?,
        of callback: Callback
    ) throws(CallbackRefusal) -> String? {
        guard let name else { return nil }
        return try callback.header(name)
    }
}
