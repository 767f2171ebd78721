import HTTPTypes
import PaymentIntents

/// A callback counts for exactly the bytes that its provider signed.
enum CallbackSignatureRules {
    static let all: [AdapterRule] = [
        genuine, everyBit,
        missing, empty, repeated, listed, oneWrong, eachHeader,
        everyBitOfText, upperCase, padded, controls, length, fullWidth, partial, prefix, scheme,
        wrongKey, otherAccount, rotation, emptyKey, noKeys,
        rewritten, cut, appended, emptyBody, swapped, insideBody,
        unsignedHeaders, unknownHeaders,
    ]

    static let genuine = AdapterRule(
        "callback.signature.genuine",
        "A callback that the provider signed is taken; an adapter that refuses everything would pass all other rules."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let outcome = CallbackOutcome(of: try subject.genuineCallback(), at: adapter)
        try require(
            outcome.evidence?.claim == .succeeded,
            sent: "a genuine callback of a success",
            came: "\(outcome)",
            due: "evidence of a success"
        )
    }

    static let everyBit = AdapterRule(
        "callback.signature.every-bit",
        "One changed bit of what was signed makes it another message, which nobody signed."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        let genuine = CallbackOutcome(of: callback, at: adapter)
        for index in callback.body.indices {
            for bit in 0..<8 {
                var body = callback.body
                body[index] ^= 1 << bit
                let outcome = CallbackOutcome(of: Callback(headers: callback.headers, body: body), at: adapter)
                try require(
                    outcome.isRefused || (!subject.wire.signing.coversWholeBody && outcome == genuine),
                    sent: "a genuine callback with bit \(bit) of byte \(index) changed",
                    came: "\(outcome)",
                    due: "refused"
                )
            }
        }
    }
}
