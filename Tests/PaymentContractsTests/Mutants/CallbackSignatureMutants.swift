import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import SMSPay

enum CallbackSignatureMutants {
    static let all: [Mutant] = [
        .smsPay("refuses every callback", caughtBy: CallbackSignatureRules.genuine) { adapter in
            adapter.authenticating = { _, _, _ throws(CallbackRefusal) in
                throw CallbackRefusal(.missing, check: "x-signature")
            }
        },
        // What a verifier does that returns true when it finds no secret: it makes up the signature itself.
        .smsPay("believes whatever it is sent", caughtBy: CallbackSignatureRules.everyBit) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                try base.authenticate(resigned(callback, over: callback.body), with: &verifier)
            }
        },
    ]

    /// The callback with the signature that its body should have had.
    static func resigned(_ callback: Callback, over body: [UInt8]) throws(CallbackRefusal) -> Callback {
        guard let name = HTTPField.Name("X-Signature"), let key = try? AdapterSetup().callbackKeys.first,
            let signature = try? HMACSHA256.hexadecimal(of: body, key: key)
        else { throw CallbackRefusal(.unchecked, check: "x-signature") }
        var headers = callback.headers
        headers[name] = "sha256=\(signature)"
        return Callback(headers: headers, body: body)
    }
}
