import PaymentIntents

/// Checks a signature that cannot hold, goes on as if it had, and then checks one that may hold.
struct SwallowingAdapter: AdapterDouble {
    let account: AccountName
    let callbackTrust: CallbackTrust

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> String {
        if let keys = DoubleCallback.keys {
            try? verifier.require("no signature".utf8, of: callback.body.span, by: keys, check: "first")
        }
        if try callback.header(DoubleCallback.signature) != nil {
            try requireSignature(of: callback, with: &verifier)
        }
        return content(of: callback)
    }
}
