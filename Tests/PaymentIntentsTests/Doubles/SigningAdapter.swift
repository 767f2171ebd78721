import PaymentIntents

/// Demands one signature, as an adapter should.
struct SigningAdapter: AdapterDouble {
    let account: AccountName
    let callbackTrust: CallbackTrust

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> String {
        try requireSignature(of: callback, with: &verifier)
        return content(of: callback)
    }
}
