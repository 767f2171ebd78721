import BuiltInContracts
import HTTPTypes
import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension CallbackSignatureMutants {
    static let bodies: [Mutant] = [
        .smsPay("verifies the body as it would write it", caughtBy: CallbackSignatureRules.rewritten) { adapter in
            adapter.believes { claimed in
                guard let message = try? MessageJSON(claimed.callback.body) else { return false }
                return claimed.value == claimed.right(over: message.bytes)
            }
        },
        .smsPay("verifies the buffer that the body was read into", caughtBy: CallbackSignatureRules.cut) { adapter in
            adapter.believes { claimed in
                guard let before = try? SMSPaySubject().genuineCallback().body else { return false }
                let body = claimed.callback.body
                return claimed.value == claimed.right(over: body + before.dropFirst(body.count))
            }
        },
        .smsPay("trims the body before it verifies it", caughtBy: CallbackSignatureRules.appended) { adapter in
            adapter.believes { claimed in
                let isBlank = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: " ") }
                let body = Array(claimed.callback.body.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
                return claimed.value == claimed.right(over: body)
            }
        },
        .smsPay("lets an empty body through unverified", caughtBy: CallbackSignatureRules.emptyBody) { adapter in
            adapter.believes { $0.callback.body.isEmpty }
        },
        .smsPay("leaves the data out of what is verified", caughtBy: CallbackSignatureRules.swapped) { adapter in
            adapter.believes { claimed in
                guard let subject = try? SMSPaySubject(), let callback = try? subject.genuineCallback(),
                    let genuine = try? MessageJSON(callback.body), let message = try? MessageJSON(claimed.callback.body)
                else { return false }
                return claimed.value == claimed.right(over: message.setting(["data"], to: genuine[["data"]]).bytes)
            }
        },
        .pay2Local("looks at the header's signature only", caughtBy: CallbackSignatureRules.insideBody) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                guard let signing = try? Pay2LocalSubject().wire.signing,
                    let key = try? AdapterSetup().callbackKeys.first,
                    let sealed = try? signing.seal(callback.body, with: key),
                    let signed = try? signing.sign(callback.body, with: key), let name = signing.headers.first,
                    callback.headers[name] == sealed.headers[name]
                else { return try base.authenticate(callback, with: &verifier) }
                return try base.authenticate(signed, with: &verifier)
            }
        },
    ]
}
