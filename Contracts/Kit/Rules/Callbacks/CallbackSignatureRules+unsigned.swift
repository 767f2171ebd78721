import HTTPTypes
import PaymentIntents

/// What is not signed.
extension CallbackSignatureRules {
    static let unsignedHeaders = AdapterRule(
        "callback.signature.unsigned-headers",
        "A header outside the signature can be written by anybody on the way: nothing follows from it.",
        needs: .unsignedHeaders
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let words = subject.wire.callback.claims
        let values = words.keys.sorted() + ["", "0", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "null"]
        for claim in Claim.allCases where words.values.contains(claim) {
            let callback = try subject.genuineCallback(claiming: claim)
            let genuine = CallbackOutcome(of: callback, at: adapter)
            for name in subject.wire.signing.unsignedHeaders {
                for value in [nil] + values.map(Optional.some) {
                    var headers = callback.headers
                    headers[name] = value
                    try CallbackOutcome(of: Callback(headers: headers, body: callback.body), at: adapter)
                        .mustEqual(genuine, "a genuine callback of \(claim), \(name): \(value ?? "absent")")
                }
            }
        }
    }

    static let unknownHeaders = AdapterRule(
        "callback.signature.unknown-headers",
        "Proxies and newer versions add headers; they neither make nor break a callback."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        let genuine = CallbackOutcome(of: callback, at: adapter)
        let unsigned = Callback(headers: [:], body: callback.body)
        for (text, value) in [
            ("X-Forwarded-For", "203.0.113.7"), ("X-Verified", "true"), ("X-Test-Mode", "1"), ("X-Debug", "1"),
            ("Authorization", "Bearer abc"), ("User-Agent", "curl/8.5.0"), ("X-Signature-Algorithm", "none"),
            ("X-HTTP-Method-Override", "GET"), ("Forwarded", "for=127.0.0.1"), ("X-Real-IP", "127.0.0.1"),
        ] {
            guard let name = HTTPField.Name(text) else { continue }
            for (callback, due) in [(callback, genuine), (unsigned, CallbackOutcome(of: unsigned, at: adapter))] {
                var headers = callback.headers
                headers.append(HTTPField(name: name, value: value))
                try CallbackOutcome(of: Callback(headers: headers, body: callback.body), at: adapter)
                    .mustEqual(due, "a callback with \(text): \(value)")
            }
        }
    }
}
