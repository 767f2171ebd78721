import HTTPTypes
@testable import PaymentContracts
import PaymentIntents
import SMSPay

enum CallbackSignatureMutants {
    static let all: [Mutant] = wholes + headers + texts + keys + bodies + fields + unsigned

    private static let wholes: [Mutant] = [
        .smsPay("refuses every callback", caughtBy: CallbackSignatureRules.genuine) { adapter in
            adapter.authenticating = { _, _, _ throws(CallbackRefusal) in
                throw CallbackRefusal(.missing, check: "x-signature")
            }
        },
        .smsPay("believes whatever it is sent", caughtBy: CallbackSignatureRules.everyBit) { adapter in
            adapter.believes { _ in true }
        },
    ]

    private static let headers: [Mutant] = [
        .smsPay("believes a callback without a signature", caughtBy: CallbackSignatureRules.missing) { adapter in
            adapter.believes { $0.values.isEmpty }
        },
        .smsPay("compares a signature as far as it goes", caughtBy: CallbackSignatureRules.empty) { adapter in
            adapter.believes { $0.values == [""] }
        },
        .smsPay("reads the last of two signatures", caughtBy: CallbackSignatureRules.repeated) { adapter in
            adapter.believes { $0.values.last == $0.right }
        },
        .smsPay("reads the first of two signatures", caughtBy: CallbackSignatureRules.repeated) { adapter in
            adapter.believes { $0.values.first == $0.right }
        },
        .smsPay("splits a signature at commas", caughtBy: CallbackSignatureRules.listed) { adapter in
            adapter.believes { claimed in claimed.value.split(separator: ",").contains { $0 == claimed.right } }
        },
        .smsPay("looks at the first of two headers only", caughtBy: CallbackSignatureRules.oneWrong) { adapter in
            adapter.dropsSecondHeader { $0[values: $1].isEmpty == false }
        },
        .smsPay("knows the older header only", caughtBy: CallbackSignatureRules.eachHeader) { adapter in
            adapter.dropsSecondHeader { _, _ in true }
        },
    ]
}

extension MutatedAdapter<SMSPayAdapter> {
    /// Overlooks `X-Webhook-Signature`.
    ///
    /// - Parameter isDropped: Whether it does, by all headers and the name of the first header for signatures.
    fileprivate mutating func dropsSecondHeader(
        _ isDropped: @escaping @Sendable (HTTPFields, HTTPField.Name) -> Bool
    ) {
        authenticating = { base, callback, verifier throws(CallbackRefusal) in
            var headers = callback.headers
            if let first = HTTPField.Name("X-Signature"), let second = HTTPField.Name("X-Webhook-Signature"),
                isDropped(headers, first)
            {
                headers[second] = nil
            }
            try base.authenticate(Callback(headers: headers, body: callback.body), with: &verifier)
        }
    }
}
