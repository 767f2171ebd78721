import HTTPTypes
public import PaymentIntents
import StrictJSON

/// What SMS Pay says by itself. SMS Pay API, ‘Webhooks’.
extension SMSPayAdapter {
    private static let signaturePrefix = "sha256="

    /// Demands that the body is signed with a webhook secret of the account.
    ///
    /// The message is the raw body. The first version of the API carries the signature in `X-Signature`, newer ones in
    /// `X-Webhook-Signature`; if both are there, both must hold. Its form is `sha256=` and 64 hexadecimal digits.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - verifier: Checks the signatures. Without a webhook secret nothing is checked, which refuses the callback.
    /// - Throws: `CallbackRefusal`.
    public func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let keys = configuration.webhookKeys else { return }
        var isSigned = false
        for name in HTTPField.Name.smsPaySignatures {
            guard let value = try callback.header(name) else { continue }
            guard value.beginsWithBytes(of: Self.signaturePrefix) else {
                throw CallbackRefusal(.malformed, check: name.canonicalName)
            }
            let digits = value.utf8.span.extracting(droppingFirst: Self.signaturePrefix.utf8.count)
            try verifier.require(digits, of: callback.body.span, by: keys, check: name.canonicalName)
            isSigned = true
        }
        guard isSigned else { throw CallbackRefusal(.missing, check: "x-signature") }
    }

    /// Says what an authentic webhook means.
    ///
    /// Only the body counts. The headers that newer versions send beside the signature (`X-Webhook-Event`,
    /// `X-Webhook-Timestamp` and others) are not signed, so nothing follows from them.
    ///
    /// - Parameter callback: The webhook, verified by the centre.
    /// - Returns: Evidence, or the challenge of an endpoint verification.
    /// - Throws: `CallbackProblem`.
    public func event(in callback: VerifiedCallback<Void>) throws(CallbackProblem) -> CallbackEvent {
        try event(in: try message(in: callback.callback))
    }

    private func event(in message: JSONValue) throws(CallbackProblem) -> CallbackEvent {
        guard let environment = message["environment"], environment.kind == .string else {
            throw Self.notUnderstood("environment")
        }
        guard environment.equals(configuration.environment.wireName) else { throw .otherEnvironment }
        guard let event = WebhookEvent(message["event"]) else { throw .notUnderstood("event: missing or unknown") }
        guard let claim = event.claim else {
            guard let challenge = message["challenge"]?.filledString else { throw Self.notUnderstood("challenge") }
            return .challenge(challenge)
        }
        guard let data = message["data"], data.kind == .object else { throw Self.notUnderstood("data") }
        return .evidence(try evidence(claim, event, in: data, at: message["timestamp"]?.string))
    }

    private func evidence(
        _ claim: Claim,
        _ event: WebhookEvent,
        in data: JSONValue,
        at statedTime: String?
    ) throws(CallbackProblem) -> Evidence {
        guard let id = data["payment_intent_id"]?.filledString else { throw Self.notUnderstood("payment_intent_id") }
        return Evidence(
            claim: claim,
            source: .callback,
            rawStatus: event.rawValue,
            kind: .deposit,
            amount: WireAmount.stated(in: data),
            reference: configuration.referenceMode.reference(
                in: data,
                merchant: "merchant_reference",
                customer: "customer_reference"
            ),
            providerPaymentID: id,
            statedTime: statedTime
        )
    }

    /// What SMS Pay reads in the 200: its own challenge, or that the webhook was received.
    ///
    /// - Parameter event: What the webhook said; `nil` when it was not understood.
    /// - Returns: The body of the 200.
    public func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
        guard case .challenge(let challenge) = event else {
            return CallbackAcknowledgement(json: #"{"received":true}"#)
        }
        var answer = JSONObjectWriter()
        answer.write("challenge", challenge)
        return CallbackAcknowledgement(json: String(decoding: answer.finished(), as: UTF8.self))
    }

    private func message(in callback: Callback) throws(CallbackProblem) -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(callback.body).root
        } catch {
            throw .notUnderstood("body: \(error)")
        }
    }

    private static func notUnderstood(_ field: String) -> CallbackProblem {
        .notUnderstood("\(field): missing, or not what SMS Pay documents")
    }
}
