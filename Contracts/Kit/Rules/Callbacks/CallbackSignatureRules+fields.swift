import HTTPTypes
import PaymentIntents

/// What one genuine callback is good for in the hands of somebody else.
extension CallbackSignatureRules {
    static let exchangedField = AdapterRule(
        "callback.signature.exchanged-field",
        "Who holds a callback sends it again with one field exchanged: what is signed is refused then, and nothing "
            + "follows from what is not."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let claims = subject.wire.callback.claims.values
        let values = [nil, .null, .number("7"), .string("TX-0001")] + subject.wire.words.map { MessageJSON.string($0) }
        for claim in Claim.allCases where claims.contains(claim) {
            let callback = try subject.genuineCallback(claiming: claim)
            let genuine = CallbackOutcome(of: callback, at: adapter)
            let message = try MessageJSON(callback.body)
            for path in message.leaves {
                for value in values where value != message[path] {
                    let body = message.setting(path, to: value).bytes
                    let outcome = CallbackOutcome(of: Callback(headers: callback.headers, body: body), at: adapter)
                    if outcome.isRefused { continue }
                    let sent = "a callback of \(claim), \(path.joined(separator: ".")): \(value?.quoted ?? "absent")"
                    try require(!subject.wire.signing.coversWholeBody, sent: sent, came: "\(outcome)", due: "refused")
                    try outcome.mustEqual(genuine, sent)
                }
            }
        }
    }
}

extension ProviderWire {
    /// Every word that the documents have for anything.
    fileprivate var words: [String] {
        let messages = [creationReply, queryReply, callback]
        let words = messages.flatMap {
            Array($0.claims.keys) + Array($0.kinds.values) + Array($0.environments.values)
        }
        return Set(words).sorted()
    }
}
