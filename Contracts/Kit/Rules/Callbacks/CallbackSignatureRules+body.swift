import HTTPTypes
import PaymentIntents

/// What is signed: the bytes that came, all of them, and no others.
extension CallbackSignatureRules {
    static let rewritten = AdapterRule(
        "callback.signature.rewritten",
        "Bytes are signed, not what they mean: a verifier that writes the body anew checks a text that nobody sent.",
        needs: .wholeBodySigned
    ) { subject in
        let callback = try subject.genuineCallback()
        let message = try MessageJSON(callback.body)
        let texts = [
            "blanks added": message.bytes(in: .init(space: " ")),
            "line breaks added": message.bytes(in: .init(space: "\n")),
            "members in the reverse order": message.reversed.bytes,
            "letters written as escapes": message.bytes(in: .init(escapesLetters: true)),
            "whole numbers with a fraction": message.withDecimals.bytes,
        ]
        let adapter = try subject.adapter(try AdapterSetup())
        for (sent, body) in texts where body != callback.body {
            try CallbackOutcome(of: Callback(headers: callback.headers, body: body), at: adapter)
                .mustBeRefused("a genuine callback, \(sent)")
        }
    }

    static let cut = AdapterRule(
        "callback.signature.cut",
        "A body that was cut short on the way is not the one that was signed."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        for count in callback.body.indices {
            let body = Array(callback.body.prefix(count))
            try CallbackOutcome(of: Callback(headers: callback.headers, body: body), at: adapter)
                .mustBeRefused("the first \(count) bytes of a genuine callback")
        }
    }

    static let appended = AdapterRule(
        "callback.signature.appended",
        "A byte more is another body, even one that no reader would miss.",
        needs: .wholeBodySigned
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        for byte in UInt8.min...UInt8.max {
            for body in [callback.body + [byte], [byte] + callback.body] {
                try CallbackOutcome(of: Callback(headers: callback.headers, body: body), at: adapter)
                    .mustBeRefused("a genuine callback with byte \(byte) at one end")
            }
        }
    }

    static let emptyBody = AdapterRule(
        "callback.signature.empty-body",
        "A callback without a body has nothing in it that could have been signed for a payment."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        try CallbackOutcome(of: Callback(headers: callback.headers, body: []), at: adapter)
            .mustBeRefused("the headers of a genuine callback without its body")
        try CallbackOutcome(of: Callback(headers: [:], body: []), at: adapter).mustBeRefused("nothing at all")
    }

    static let swapped = AdapterRule(
        "callback.signature.swapped",
        "A signature belongs to one callback: a customer who paid little has a genuine one at hand."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        var other = try subject.samplePayment(units: 90_000)
        other.order.reference = "ORDER-10046"
        other.providerPaymentID = "0f4cd2a4-6a0e-47d2-9d3c-8c1f6b1a7e55"
        let callbacks = [try subject.genuineCallback(), try subject.genuineCallback(about: other)]
        for (signed, told) in [(callbacks[0], callbacks[1]), (callbacks[1], callbacks[0])] {
            var body = told.body
            if let path = subject.wire.signing.bodySignature, let inside = try MessageJSON(signed.body)[path] {
                body = try MessageJSON(body).setting(path, to: inside).bytes
            }
            try CallbackOutcome(of: Callback(headers: signed.headers, body: body), at: adapter)
                .mustBeRefused("the signature of one payment's callback over another one's")
        }
    }

    static let insideBody = AdapterRule(
        "callback.signature.inside-body",
        "A signature inside the body has to hold, whatever stands in a header beside it.",
        needs: .bodySignature
    ) { subject in
        let trial = try ContentTrial(subject)
        guard let path = subject.wire.signing.bodySignature else { return }
        let message = try MessageJSON(try trial.signedBody())
        guard case .string(let digits) = message[path] else {
            throw ContractViolation(sent: "a signed body", came: "no signature in it", due: "one")
        }
        var others = [nil, .null, .number("0"), .array([.string(digits)]), .boolean(true)] as [MessageJSON?]
        others += ["", String(digits.dropLast()), digits + "0", digits + digits, " " + digits].map { .string($0) }
        others += digits.indices.map { index in
            .string(digits[..<index] + (digits[index] == "0" ? "1" : "0") + digits[index...].dropFirst())
        }
        for other in others {
            try trial.outcome(sealing: message.setting(path, to: other).bytes)
                .mustBeRefused(
                    "a right signature in the header, and inside the body \(other?.quoted ?? "none")"
                )
        }
    }
}
