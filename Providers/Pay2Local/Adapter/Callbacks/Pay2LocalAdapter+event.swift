public import PaymentIntents
import StrictJSON

/// What callbacks mean. Source: Pay2Local API, Payment Callback, ‘Body’ and ‘Responses’.
extension Pay2LocalAdapter {
    /// Says what an authentic callback means.
    ///
    /// `merchant_payment_id` and `request_type` name the payment, as far as they are signed; the callback does not carry Pay2Local's own
    /// `request_id`. It names no environment either: an account's keys belong to one.
    ///
    /// - Parameter callback: The callback, verified by the centre.
    /// - Returns: Evidence.
    /// - Throws: `CallbackProblem`.
    public func event(
        in callback: VerifiedCallback<Pay2LocalCallbackContent>
    ) throws(CallbackProblem) -> CallbackEvent {
        switch callback.content.body {
        case .failure(let problem): throw .notUnderstood("body: \(problem)")
        case .success(let root): .evidence(try evidence(in: root))
        }
    }

    /// Says which payment an unsigned callback asks us to look at.
    ///
    /// - Parameter content: What was read of the callback.
    /// - Returns: The direction and the reference, or `nil` when one of them is not there.
    public func hint(in content: Pay2LocalCallbackContent) -> PaymentLookup? {
        guard let object = content.object,
            let reference = object["merchant_payment_id"]?.filledString,
            let kind = RequestType.kind(in: object)
        else { return nil }
        return PaymentLookup(kind: kind, reference: reference, providerPaymentID: nil)
    }

    /// What Pay2Local reads in the 200, whatever the callback said.
    ///
    /// - Parameter event: What the callback said.
    /// - Returns: The body of the 200.
    public func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
        CallbackAcknowledgement(json: #"{"success":true,"message":"Callback received"}"#)
    }

    /// What is not signed counts as not said, so that no part of one callback can be exchanged and believed: without a
    /// direction, a reference that two payments share names neither, and a success without an amount is a review.
    private func evidence(in body: JSONValue) throws(CallbackProblem) -> Evidence {
        guard body.kind == .object else { throw .notUnderstood("body: not an object") }
        guard let reference = signedText(.merchantPaymentID, in: body), !reference.isEmpty else {
            throw notUnderstood(.merchantPaymentID)
        }
        guard let status = signedText(.requestStatus, in: body), !status.isEmpty else {
            throw notUnderstood(.requestStatus)
        }
        return Evidence(
            claim: RequestStatus.claim(status),
            source: .callback,
            rawStatus: status,
            kind: try kind(in: body),
            amount: amount(in: body),
            reference: reference,
            transactionID: try transactionID(in: body),
            statedTime: signedText(.timestamp, in: body)
        )
    }

    /// The text of a field that is signed.
    private func signedText(_ field: SignedField, in body: JSONValue) -> String? {
        configuration.signatures.cover(field) ? body[field.rawValue]?.string : nil
    }

    private func kind(in body: JSONValue) throws(CallbackProblem) -> PaymentKind? {
        guard configuration.signatures.cover(.requestType) else { return nil }
        guard let kind = RequestType.kind(in: body) else {
            throw notUnderstood(.requestType)
        }
        return kind
    }

    /// A number without its currency is no amount, so either both are signed or none is stated.
    private func amount(in body: JSONValue) -> StatedAmount {
        guard configuration.signatures.cover(.requestedAmount), configuration.signatures.cover(.currency) else {
            return .absent
        }
        return WireAmount.stated(in: body)
    }

    /// Absent, `null` and empty are alike: there is no transaction.
    private func transactionID(in body: JSONValue) throws(CallbackProblem) -> String? {
        guard configuration.signatures.cover(.transactionID),
            let value = body[SignedField.transactionID.rawValue], !value.isNull
        else { return nil }
        guard value.kind == .string else { throw notUnderstood(.transactionID) }
        return value.filledString
    }

    private func notUnderstood(_ field: SignedField) -> CallbackProblem {
        let isSigned = configuration.signatures.cover(field)
        return .notUnderstood(
            "\(field.rawValue): \(isSigned ? "missing, or not what Pay2Local documents" : "not signed")"
        )
    }
}
