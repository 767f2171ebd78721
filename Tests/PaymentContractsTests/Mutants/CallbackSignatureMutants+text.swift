@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension CallbackSignatureMutants {
    static let texts: [Mutant] = [
        .smsPay("compares all digits but the last", caughtBy: CallbackSignatureRules.everyBitOfText) { adapter in
            adapter.believes { $0.value.count == $0.right.count && $0.value.dropLast() == $0.right.dropLast() }
        },
        .smsPay("compares signatures as texts", caughtBy: CallbackSignatureRules.upperCase) { adapter in
            adapter.authenticating = { base, callback, verifier throws(CallbackRefusal) in
                let claimed = ClaimedSignature(callback)
                guard claimed.value == claimed.right else { throw CallbackRefusal(.mismatch, check: "x-signature") }
                try base.authenticate(callback, with: &verifier)
            }
        },
        .smsPay("drops blanks out of a signature", caughtBy: CallbackSignatureRules.padded) { adapter in
            adapter.believes { claimed in claimed.value.filter { !$0.isWhitespace } == claimed.right }
        },
        .smsPay("drops control characters out of a signature", caughtBy: CallbackSignatureRules.controls) { adapter in
            adapter.believes { claimed in
                let kept = claimed.value.unicodeScalars.filter { $0.properties.generalCategory != .control }
                return String(String.UnicodeScalarView(kept)) == claimed.right
            }
        },
        .smsPay("ignores what stands behind 64 digits", caughtBy: CallbackSignatureRules.length) { adapter in
            adapter.believes { $0.value.hasPrefix($0.right) }
        },
        .smsPay("reads full-width digits", caughtBy: CallbackSignatureRules.fullWidth) { adapter in
            adapter.believes { claimed in
                let digits = claimed.value.dropFirst(7).compactMap(\.hexDigitValue)
                return "sha256=" + digits.map { String($0, radix: 16) }.joined() == claimed.right
            }
        },
        .smsPay("is content with the first digits", caughtBy: CallbackSignatureRules.partial) { adapter in
            adapter.believes { $0.value.count > 7 && $0.right.hasPrefix($0.value) }
        },
        .smsPay("compares the first half of a signature", caughtBy: CallbackSignatureRules.partial) { adapter in
            adapter.believes { $0.value.count == 71 && $0.value.prefix(39) == $0.right.prefix(39) }
        },
        .smsPay("does without the prefix", caughtBy: CallbackSignatureRules.prefix) { adapter in
            adapter.believes { $0.value == $0.right.dropFirst(7) }
        },
        .smsPay("takes the prefix in any case", caughtBy: CallbackSignatureRules.prefix) { adapter in
            adapter.believes { $0.value.lowercased() == $0.right }
        },
        .smsPay("lets the sender choose to sign nothing", caughtBy: CallbackSignatureRules.scheme) { adapter in
            adapter.believes { $0.value.lowercased().hasPrefix("none") }
        },
        .smsPay("takes digits behind whatever scheme is named", caughtBy: CallbackSignatureRules.scheme) { adapter in
            adapter.believes { $0.value.split(separator: "=").last == $0.right.split(separator: "=").last }
        },
    ]
}
