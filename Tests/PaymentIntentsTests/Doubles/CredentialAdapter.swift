import PaymentIntents

/// Checks the credential in a header and nothing else; keeps quiet when it is wrong.
struct CredentialAdapter: AdapterDouble {
    let account: AccountName
    let callbackTrust: CallbackTrust

    func authenticate(
        _ callback: Callback,
        with verifier: inout SignatureVerifier
    ) throws(CallbackRefusal) -> String {
        let credential = try callback.header(DoubleCallback.credential) ?? ""
        try? verifier.require(credential: credential, equals: DoubleCallback.apiKey, check: "x-api-key")
        return content(of: callback)
    }
}
