extension ProviderAdapter {
    /// Takes a callback from raw bytes to what it means: verify, decode, map.
    ///
    /// This is the only road from a request to evidence. It looks nothing up and keeps nothing. Evidence comes out with
    /// the source ``EvidenceSource/callback``; evidence that names no payment comes out as a problem.
    ///
    /// - Parameter callback: The request.
    /// - Returns: What is to be done about it.
    /// - Throws: ``CallbackRefusal`` when it is not authentic.
    public func receive(_ callback: Callback) throws(CallbackRefusal) -> CallbackReceipt {
        var verifier = SignatureVerifier()
        let content = try authenticate(callback, with: &verifier)
        guard verifier.isSatisfied else {
            guard !callbackTrust.needsSignature, verifier.isUntouched, let lookup = hint(in: content), !lookup.isEmpty
            else {
                throw CallbackRefusal(.unchecked, check: "signature")
            }
            return .hint(lookup, says: nil)
        }
        do throws(CallbackProblem) {
            let event = try event(in: VerifiedCallback(callback, content: content))
            guard case .evidence(var evidence) = event else { return .event(event) }
            let lookup = PaymentLookup(evidence)
            guard !lookup.isEmpty else { throw .notUnderstood("names no payment") }
            // Whatever the adapter wrote: a callback speaks for no clock and no operator.
            evidence.source = .callback
            return callbackTrust.needsConfirmation ? .hint(lookup, says: evidence) : .event(.evidence(evidence))
        } catch {
            return .problem(error)
        }
    }
}
