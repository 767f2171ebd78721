import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents
import Pay2Local
import SMSPay

/// An adapter that is wrong in exactly one way, and the rule that is meant to notice.
struct Mutant: Sendable, CustomStringConvertible {
    /// What is wrong with it, as a sentence without its subject: `believes a callback that nobody signed`.
    let description: String

    /// The name of the rule that is meant to notice.
    let rule: String

    /// The adapter.
    let subject: @Sendable () throws -> any AdapterSubject
}

extension Mutant {
    /// An SMS Pay adapter that is wrong.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - mutate: Makes it wrong.
    /// - Returns: The mutant.
    static func smsPay(
        _ description: String,
        caughtBy rule: AdapterRule,
        _ mutate: @escaping @Sendable (inout MutatedAdapter<SMSPayAdapter>) -> Void
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            mutated(try SMSPaySubject(), mutate)
        }
    }

    /// A Pay2Local adapter that is wrong.
    ///
    /// - Parameters:
    ///   - description: What is wrong with it.
    ///   - rule: The rule that is meant to notice.
    ///   - mutate: Makes it wrong.
    /// - Returns: The mutant.
    static func pay2Local(
        _ description: String,
        caughtBy rule: AdapterRule,
        _ mutate: @escaping @Sendable (inout MutatedAdapter<Pay2LocalAdapter>) -> Void
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            mutated(try Pay2LocalSubject(), mutate)
        }
    }

    static func mutated<Base: ProviderAdapter>(
        _ subject: any AdapterSubject,
        _ mutate: @escaping @Sendable (inout MutatedAdapter<Base>) -> Void
    ) -> MutatedSubject {
        MutatedSubject(base: subject) { adapter throws(ConfigurationError) in
            guard let base = adapter as? Base else {
                throw ConfigurationError(key: "adapter", problem: "is not the one that the mutant changes")
            }
            var adapter = MutatedAdapter(base)
            mutate(&adapter)
            return adapter
        }
    }
}
