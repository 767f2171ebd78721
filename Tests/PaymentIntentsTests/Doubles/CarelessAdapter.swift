import PaymentIntents

/// Checks nothing at all.
struct CarelessAdapter: AdapterDouble {
    let account: AccountName
    let callbackTrust: CallbackTrust

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> String {
        content(of: callback)
    }
}
