import BuiltInContracts
@testable import PaymentContracts
import PaymentIntents

/// Good adapters whose subjects declare so little that the rules would find nothing.
enum SubjectMutants {
    static let all: [Mutant] = [
        .smsPay("is said to need nothing in a webhook", declaredIn: SubjectRules.messages) { subject in
            subject.wire.callback.required = []
        },
        .pay2Local("is said to need no status in an answer", declaredIn: SubjectRules.messages) { subject in
            subject.wire.queryReply.required.remove(.status)
        },
        .pay2Local("is said to have a word for one direction only", declaredIn: SubjectRules.messages) { subject in
            subject.wire.callback.kinds[.withdrawal] = nil
        },
        .smsPay("is said to know one environment only", declaredIn: SubjectRules.messages) { subject in
            subject.wire.queryReply.environments[.live] = nil
        },
        .smsPay("is said to have one word for webhooks", declaredIn: SubjectRules.words) { subject in
            subject.wire.callback.claims = ["payment.paid": .succeeded]
        },
        .pay2Local("is said to have no word for a success", declaredIn: SubjectRules.words) { subject in
            subject.wire.queryReply.claims = ["Approved": .pending]
        },
        .smsPay("is tried with successes only", declaredIn: SubjectRules.farEnd) { subject in
            subject.reaching = { NarrowFarEnd(base: $0) }
        },
        .smsPay("is said to have no errors", declaredIn: SubjectRules.errors) { subject in
            subject.wire.errors = []
        },
        .pay2Local("is said to know every payment", declaredIn: SubjectRules.errors) { subject in
            subject.wire.errors.removeAll { $0.code == .notFound }
        },
    ]
}

extension Mutant {
    fileprivate static func smsPay(
        _ description: String,
        declaredIn rule: AdapterRule,
        _ change: @escaping @Sendable (inout MutatedSubject) -> Void
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            var subject = MutatedSubject(base: try SMSPaySubject())
            change(&subject)
            return subject
        }
    }

    fileprivate static func pay2Local(
        _ description: String,
        declaredIn rule: AdapterRule,
        _ change: @escaping @Sendable (inout MutatedSubject) -> Void
    ) -> Mutant {
        Mutant(description: description, rule: rule.id) {
            var subject = MutatedSubject(base: try Pay2LocalSubject())
            change(&subject)
            return subject
        }
    }
}

/// A far end that can be told to bring about a success and nothing else.
private struct NarrowFarEnd: WrappedFarEnd {
    let base: any FarEnd

    var claims: Set<Claim> { [.succeeded] }
}
