import PaymentIntents

/// Takes two credentials, and demands a signature beside them.
struct RotatingAdapter: AdapterDouble {
    let account: AccountName
    let callbackTrust: CallbackTrust

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> String {
        let credential = try callback.header(DoubleCallback.credential) ?? ""
        let expected = [DoubleCallback.apiKey, DoubleCallback.formerAPIKey]
        try verifier.require(credential: credential, equalsOneOf: expected, check: "x-api-key")
        try requireSignature(of: callback, with: &verifier)
        return content(of: callback)
    }
}
