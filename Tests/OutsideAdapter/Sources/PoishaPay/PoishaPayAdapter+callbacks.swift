import HTTPTypes
public import PaymentIntents
import StrictJSON

/// What PoishaPay says by itself. ‘Callbacks’.
extension PoishaPayAdapter {
    /// Demands that timestamp and body are signed with a callback secret of the account.
    ///
    /// How old the timestamp is does not matter. An adapter has no clock, and a callback that comes again adds nothing to
    /// what a payment has seen.
    ///
    /// - Parameters:
    ///   - callback: The request.
    ///   - verifier: Checks the signature. Without a secret nothing is checked, which refuses the callback.
    /// - Throws: `CallbackRefusal`.
    public func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) {
        guard let callbackKeys else { return }
        let timestamp = try header("PoishaPay-Timestamp", of: callback)
        // Digits only: with a full stop in it, bytes could be moved from the body to the header.
        guard timestamp.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw CallbackRefusal(.malformed, check: "poishapay-timestamp")
        }
        let signature = try header("PoishaPay-Signature", of: callback)
        let message = Array("\(timestamp).".utf8) + callback.body
        try verifier.require(signature.utf8, of: message.span, by: callbackKeys, check: "poishapay-signature")
    }

    /// Says what an authentic callback means.
    ///
    /// - Parameter callback: The callback, verified by the centre.
    /// - Returns: Evidence.
    /// - Throws: `CallbackProblem`.
    public func event(in callback: VerifiedCallback<Void>) throws(CallbackProblem) -> CallbackEvent {
        let message = try json(in: callback.callback)
        guard let mode = message["mode"], mode.kind == .string else { throw .missing("mode") }
        guard mode.equals(environment.wireWord) else { throw .otherEnvironment }
        guard message["type"]?.equals("payment.changed") == true else { throw .missing("type") }
        guard let payment = message["payment"], payment.kind == .object else { throw .missing("payment") }
        guard let id = payment["id"]?.filledString else { throw .missing("id") }
        guard let kind = PaymentKind(wire: payment["direction"]) else { throw .missing("direction") }
        guard let status = payment["status"]?.filledString else { throw .missing("status") }
        let evidence = Evidence(
            claim: WireStatus(rawValue: status)?.claim ?? .review,
            source: .callback,
            rawStatus: status,
            kind: kind,
            amount: StatedAmount(wire: payment),
            reference: payment["reference"]?.filledString,
            providerPaymentID: id,
            transactionID: payment["transaction"]?.filledString,
            statedTime: message["occurred_at"]?.string
        )
        return .evidence(evidence)
    }

    /// What PoishaPay wants to read.
    ///
    /// - Parameter event: What the callback said; `nil` when it was not understood.
    /// - Returns: The body of the 200.
    public func acknowledgement(of event: CallbackEvent?) -> CallbackAcknowledgement {
        CallbackAcknowledgement(json: #"{"ok":true}"#)
    }

    private func header(_ name: String, of callback: Callback) throws(CallbackRefusal) -> String {
        guard let field = HTTPField.Name(name), let value = try callback.header(field) else {
            throw CallbackRefusal(.missing, check: name.lowercased())
        }
        return value
    }

    private func json(in callback: Callback) throws(CallbackProblem) -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(callback.body).root
        } catch {
            throw .notUnderstood("body: \(error)")
        }
    }
}

extension CallbackProblem {
    fileprivate static func missing(_ field: String) -> CallbackProblem {
        .notUnderstood("\(field): missing, or not what PoishaPay documents")
    }
}
