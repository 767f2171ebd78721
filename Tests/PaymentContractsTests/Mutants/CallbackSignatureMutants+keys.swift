import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents
import SMSPay

extension CallbackSignatureMutants {
    static let keys: [Mutant] = [
        .smsPay("trims its key", caughtBy: CallbackSignatureRules.wrongKey) { adapter in
            adapter.believes { $0.value == $0.right(key: "callback-key-83d2c46f10 ") }
        },
        .smsPay("takes its API key for a key of callbacks too", caughtBy: CallbackSignatureRules.wrongKey) { adapter in
            adapter.believes { $0.value == $0.right(key: "credential-5b1f0e7c9a") }
        },
        .smsPay("tries the keys of all accounts", caughtBy: CallbackSignatureRules.otherAccount) { adapter in
            adapter.believes { claimed in
                ["callback-key-83d2c46f10", "callback-key-c0418b77de"]
                    .contains { claimed.value == claimed.right(key: $0) }
            }
        },
        configured("knows the first of its keys only", caughtBy: CallbackSignatureRules.rotation) { keys in
            Array(keys.prefix(1))
        },
        configured("goes on taking a key that is gone", caughtBy: CallbackSignatureRules.rotation) { keys in
            keys + ["callback-key-old-e209"]
        },
        configured("puts a default in place of an empty key", caughtBy: CallbackSignatureRules.emptyKey) { keys in
            keys.map { $0.isEmpty ? "0000000000000000" : $0 }
        },
        Mutant(description: "believes everything when it has no key", rule: CallbackSignatureRules.noKeys.id) {
            let base = try SMSPaySubject()
            let keyed = try AdapterSetup()
            return MutatedSubject(base) { settings throws(ConfigurationError) in
                var probe = settings
                guard (try? probe.secrets("webhookSecrets")) == nil else { return try base.adapter(&settings) }
                guard let adapter = try base.adapter(keyed) as? SMSPayAdapter else {
                    throw ConfigurationError(key: "adapter", problem: "is not SMS Pay's")
                }
                var mutated = MutatedAdapter(adapter)
                mutated.believes { _ in true }
                return mutated
            }
        },
    ]

    /// An SMS Pay adapter that takes other keys than those that are configured.
    private static func configured(
        _ description: String,
        caughtBy rule: AdapterRule,
        _ change: @escaping @Sendable ([String]) -> [String]
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            MutatedSubject(try SMSPaySubject()) { setup in
                setup.with { $0.callbackKeys = change($0.callbackKeys) }
            }
        }
    }
}
