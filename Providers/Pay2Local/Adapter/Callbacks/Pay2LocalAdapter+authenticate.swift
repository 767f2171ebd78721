import HTTPTypes
public import PaymentIntents
import StrictJSON

/// Which callbacks are authentic. Source: Pay2Local API, Payment Callback, ‘Headers’ and `signature`.
extension Pay2LocalAdapter {
    /// Demands every signature that the account says Pay2Local makes, and that credentials which came along are ours.
    ///
    /// A body that only the header covers is read after the header has held.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - verifier: Checks the signatures.
    /// - Returns: The body as far as it could be read.
    /// - Throws: `CallbackRefusal`.
    public func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> Pay2LocalCallbackContent {
        let signatures = configuration.signatures
        if callbackTrust.needsSignature {
            // What is not configured is not known, and what is not known does not hold.
            guard signatures.header != nil else { throw CallbackRefusal(.unchecked, check: "headerSignature") }
            guard signatures.body != nil else { throw CallbackRefusal(.unchecked, check: "bodySignature") }
        }
        try requireCredential(.accessKey, signatures.accessKeys, in: callback, with: &verifier)
        try requireCredential(.publicKey, [configuration.publicKey], in: callback, with: &verifier)

        if signatures.header == .rawBody {
            try requireHeader(of: callback.body, in: callback, with: &verifier)
        }
        let content = Pay2LocalCallbackContent(callback.body)
        guard let recipe = signatures.recipe, signatures.header == .fields || signatures.body == .fields else {
            return content
        }

        guard let object = content.object else { throw CallbackRefusal(.malformed, check: "body") }
        if let reference = object["merchant_payment_id"]?.string, signatures.isAmbiguous(for: reference) {
            throw CallbackRefusal(.malformed, check: "merchant_payment_id")
        }
        let requestID = recipe.fields.contains(.requestIDHeader) ? try header(.callbackRequestID, of: callback) : nil
        let message = try recipe.message(of: object, requestID: requestID)
        if signatures.header == .fields {
            try requireHeader(of: message, in: callback, with: &verifier)
        }
        if signatures.body == .fields {
            try requireMember(of: message, in: object, with: &verifier)
        }
        return content
    }

    /// Keys that came along in a callback must be ours. They need not come, and they replace no signature.
    private func requireCredential(
        _ name: HTTPField.Name?,
        _ expected: @autoclosure () -> [Secret],
        in callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let name, let value = try callback.header(name) else { return }
        try verifier.require(credential: value, equalsOneOf: expected(), check: name.canonicalName)
    }

    /// `x-signature`: 64 hexadecimal digits, with or without `sha256=` in front.
    private func requireHeader(
        of message: [UInt8],
        in callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let value = try header(.callbackSignature, of: callback) else {
            throw CallbackRefusal(.missing, check: "x-signature")
        }
        try verifier.require(
            value.utf8.span.extracting(droppingFirst: SignatureText.prefixLength(of: value)),
            of: message.span,
            by: configuration.signatures.keys,
            check: "x-signature"
        )
    }

    /// `signature` in the body: 64 hexadecimal digits.
    private func requireMember(
        of message: [UInt8],
        in object: JSONValue,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let value = object["signature"], !value.isNull else {
            throw CallbackRefusal(.missing, check: "signature")
        }
        guard value.kind == .string else { throw CallbackRefusal(.malformed, check: "signature") }
        try value.withUTF8Bytes { digits throws(CallbackRefusal) in
            try verifier.require(
                copy digits,
                of: message.span,
                by: configuration.signatures.keys,
                check: "signature"
            )
        }
    }

    private func header(_ name: HTTPField.Name?, of callback: Callback) throws(CallbackRefusal) -> String? {
        guard let name else { return nil }
        return try callback.header(name)
    }
}
