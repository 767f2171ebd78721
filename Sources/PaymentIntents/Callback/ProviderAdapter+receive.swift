extension ProviderAdapter {
    /// Takes a callback from raw bytes to what it means: verify, decode, map.
    ///
    /// This is the only road from a request to evidence. It looks nothing up and keeps nothing. Evidence comes out with
    /// the source ``EvidenceSource/callback``; evidence that names no payment comes out as a problem.
    ///
    /// - Parameter callback: The request.
    /// - Returns: What is to be done about it.
    /// - Throws: ``CallbackRefusal`` when it is not authentic.
    @inlinable
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
            let event = try event(in: VerifiedCallback(callback, content: consume content))
            return try CallbackReceipt(of: event, trust: callbackTrust)
        } catch {
            return .problem(error)
        }
    }
}
