public import PaymentIntents
import StrictJSON

/// What callbacks mean. Source: Pay2Local API, Payment Callback, ‘Body’ and ‘Responses’.
extension Pay2LocalAdapter {
    /// Says what an authentic callback means.
    ///
    /// `merchant_payment_id` and `request_type` name the payment; the callback does not carry Pay2Local's own
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
            let kind = object["request_type"]?.string.flatMap({ RequestType.kind($0) })
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

    private func evidence(in body: JSONValue) throws(CallbackProblem) -> Evidence {
        guard body.kind == .object else { throw .notUnderstood("body: not an object") }
        guard let reference = body["merchant_payment_id"]?.filledString else {
            throw Self.notUnderstood("merchant_payment_id")
        }
        guard let kind = body["request_type"]?.string.flatMap({ RequestType.kind($0) }) else {
            throw Self.notUnderstood("request_type")
        }
        guard let status = body["request_status"]?.filledString else { throw Self.notUnderstood("request_status") }
        return Evidence(
            claim: RequestStatus.claim(status),
            source: .callback,
            rawStatus: status,
            kind: kind,
            amount: WireAmount.stated(amount: body["requested_amount"], currency: body["currency"]),
            reference: reference,
            transactionID: try transactionID(in: body),
            statedTime: body["timestamp"]?.string
        )
    }

    /// Absent, `null` and empty are alike: there is no transaction.
    private func transactionID(in body: JSONValue) throws(CallbackProblem) -> String? {
        guard let value = body["transaction_id"], !value.isNull else { return nil }
        guard value.kind == .string else { throw Self.notUnderstood("transaction_id") }
        return value.filledString
    }

    private static func notUnderstood(_ field: String) -> CallbackProblem {
        .notUnderstood("\(field): missing, or not what Pay2Local documents")
    }
}
