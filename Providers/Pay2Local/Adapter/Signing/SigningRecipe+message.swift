import PaymentIntents
import StrictJSON

/// The signed text.
///
/// Values stand in it as they were received: numbers with their exact token, texts unescaped, no amount rounded and no
/// time written anew. `@x-request-id` is the header's bare value in every format; beside a JSON object it is set apart
/// by the separator.
extension SigningRecipe {
    /// Builds the signed text of a callback.
    ///
    /// - Parameters:
    ///   - body: The body, a JSON object. It is not authentic yet.
    ///   - requestID: The value of `x-request-id`, when there is one.
    /// - Returns: The bytes that the signature is computed over.
    /// - Throws: `CallbackRefusal` when the text cannot be built from this callback.
    func message(of body: JSONValue, requestID: String?) throws(CallbackRefusal) -> [UInt8] {
        var text = SignedText(separator: separator)
        switch format {
        case .values, .keyValues:
            for field in fields {
                if field == .requestIDHeader {
                    try append(requestID, to: &text)
                } else {
                    try append(field, body[field.rawValue], to: &text)
                }
            }
        case .json:
            if fields.first == .requestIDHeader { try append(requestID, to: &text) }
            try appendObject(of: body, to: &text)
            if fields.count > 1, fields.last == .requestIDHeader { try append(requestID, to: &text) }
        }
        return text.bytes
    }

    private func append(_ requestID: String?, to text: inout SignedText) throws(CallbackRefusal) {
        guard let requestID else { throw CallbackRefusal(.missing, check: "x-request-id") }
        text.beginPart()
        text.append(requestID)
    }

    private func append(
        _ field: SignedField,
        _ value: JSONValue?,
        to text: inout SignedText
    ) throws(CallbackRefusal) {
        let value = value.flatMap { $0.isNull ? nil : $0 }
        guard value != nil || absentField == .empty else { return }
        text.beginPart(named: format == .keyValues ? field.rawValue : nil)
        guard let value else { return }
        guard text.append(value) else { throw CallbackRefusal(.malformed, check: field.rawValue) }
    }

    /// A `null` stands as `null` here, since JSON can say it.
    private func appendObject(of body: JSONValue, to text: inout SignedText) throws(CallbackRefusal) {
        text.beginObject()
        for field in fields where field != .requestIDHeader {
            let value = body[field.rawValue]
            guard value != nil || absentField == .empty else { continue }
            guard text.append(member: field.rawValue, value) else {
                throw CallbackRefusal(.malformed, check: field.rawValue)
            }
        }
        text.endObject()
    }
}
