@testable import PaymentContracts
import PaymentIntents

extension CallbackContentMutants {
    static let fields: [Mutant] = [
        .smsPay("takes a callback without an event for a success", caughtBy: CallbackContentRules.required) { adapter in
            adapter.readsMessages { message in
                message[["event"]] == nil ? [message.setting(["event"], to: .string("payment.paid"))] : [message]
            }
        },
        .smsPay("takes a callback that names no environment", caughtBy: CallbackContentRules.required) { adapter in
            adapter.readsMessages { message in
                message[["environment"]] == .null ? environments.map { inEnvironment($0, message) } : [message]
            }
        },
        .smsPay("takes the first of a list for the value", caughtBy: CallbackContentRules.required) { adapter in
            adapter.readsMessages { message in
                guard case .array(let values) = message[["event"]], let first = values.first else { return [message] }
                return [message.setting(["event"], to: first)]
            }
        },
        .smsPay("takes play money for real", caughtBy: CallbackContentRules.otherEnvironment) { adapter in
            adapter.readsMessages { message in
                message[["environment"]] == .string("SANDBOX")
                    ? environments.map { inEnvironment($0, message) } : [message]
            }
        },
        .smsPay("takes real money for play money", caughtBy: CallbackContentRules.otherEnvironment) { adapter in
            adapter.readsMessages { message in
                message[["environment"]] == .string("LIVE")
                    ? environments.map { inEnvironment($0, message) } : [message]
            }
        },
        .smsPay("takes an unknown environment for its own", caughtBy: CallbackContentRules.unknownEnvironment) {
            adapter in
            adapter.readsMessages { message in
                guard case .string(let name) = message[["environment"]], !environments.contains(name) else {
                    return [message]
                }
                return environments.map { inEnvironment($0, message) }
            }
        },
    ]

    private static let environments = ["SANDBOX", "LIVE"]

    private static func inEnvironment(_ name: String, _ message: MessageJSON) -> MessageJSON {
        message.setting(["environment"], to: .string(name))
    }
}
