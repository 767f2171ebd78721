import Pay2Local
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension CallbackContentMutants {
    static let acknowledgements: [Mutant] = [
        .smsPay("answers with a word", caughtBy: CallbackContentRules.acknowledgements) { adapter in
            adapter.acknowledging = { _, _ in CallbackAcknowledgement(json: "OK") }
        },
        .pay2Local("writes the time into its answer", caughtBy: CallbackContentRules.acknowledgements) { adapter in
            adapter.acknowledging = { _, _ in
                CallbackAcknowledgement(json: #"{"success":true,"at":"\#(ContinuousClock.now)"}"#)
            }
        },
        .smsPay("gives a challenge back as it came", caughtBy: CallbackContentRules.challenges) { adapter in
            adapter.acknowledging = { base, event in
                guard case .challenge(let challenge) = event else { return base.acknowledgement(of: event) }
                return CallbackAcknowledgement(json: #"{"challenge":"\#(challenge)"}"#)
            }
        },
        .smsPay("does not give a challenge back", caughtBy: CallbackContentRules.challenges) { adapter in
            adapter.acknowledging = { _, _ in CallbackAcknowledgement(json: #"{"received":true}"#) }
        },
        .smsPay("gives a challenge back under another name", caughtBy: CallbackContentRules.challenges) { adapter in
            adapter.acknowledging = { base, event in
                let answer = String(decoding: base.acknowledgement(of: event).json, as: UTF8.self)
                return CallbackAcknowledgement(json: answer.replacing("\"challenge\"", with: "\"answer\""))
            }
        },
        .smsPay("shows its key to whoever asks", caughtBy: CallbackContentRules.acknowledgementSecrets) { adapter in
            adapter.acknowledging = { _, _ in
                CallbackAcknowledgement(json: #"{"received":true,"key":"callback-key-83d2c46f10"}"#)
            }
        },
    ]

    static let trust: [Mutant] = [
        .smsPay("asks nobody although it should", caughtBy: CallbackContentRules.confirmed) { adapter in
            adapter.trusting = { _ in .signed }
        },
        .pay2Local("is content with a signature", caughtBy: CallbackContentRules.signedAndConfirmed) { adapter in
            adapter.trusting = { $0.callbackTrust == .signedAndConfirmed ? .signed : $0.callbackTrust }
        },
        .smsPay("checks no signature where it asks anyway", caughtBy: CallbackContentRules.signedAndConfirmed) {
            adapter in
            adapter.believes(on: .signedAndConfirmed) { _ in true }
        },
        .smsPay("believes what is not signed", caughtBy: CallbackContentRules.unsignedHint) { adapter in
            adapter.believes(on: .confirmed) { _ in true }
        },
    ]
}
