extension ProviderAdapter {
    /// Takes a callback from raw bytes to what it means: verify, decode, map.
    ///
    /// This is the only road from a request to evidence. It looks nothing up and keeps nothing.
    ///
    /// - Parameter callback: The request.
    /// - Returns: What is to be done about it.
    /// - Throws: ``CallbackRefusal`` when it is not authentic.
    public func receive(_ callback: Callback) throws(CallbackRefusal) -> CallbackReceipt {
        var verifier = SignatureVerifier()
        let content = try authenticate(callback, with: &verifier)
        guard verifier.isSatisfied else {
            guard !callbackTrust.needsSignature, verifier.isUntouched, let lookup = hint(in: content) else {
                throw CallbackRefusal(.unchecked, check: "signature")
            }
            return .hint(lookup, says: nil)
        }
        do throws(CallbackProblem) {
            let event = try event(in: VerifiedCallback(callback, content: content))
            guard callbackTrust.needsConfirmation, case .evidence(let evidence) = event else { return .event(event) }
            return .hint(PaymentLookup(evidence), says: evidence)
        } catch {
            return .problem(error)
        }
    }
}
