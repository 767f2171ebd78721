import Foundation
@testable import PaymentContracts
import PaymentIntents

enum CallbackContentMutants {
    static let all: [Mutant] = words + fields + amounts + payments + texts + acknowledgements + trust

    private static let words: [Mutant] = [
        .smsPay("takes an expiry for a failure", caughtBy: CallbackContentRules.words) { adapter in
            adapter.rewriteEvidence { if $0.claim == .expired { $0.claim = .failed } }
        },
        .pay2Local("takes a rejection for a failure", caughtBy: CallbackContentRules.words) { adapter in
            adapter.rewriteEvidence { if $0.claim == .rejected { $0.claim = .failed } }
        },
        .smsPay("takes every other word for a success", caughtBy: CallbackContentRules.unknownWords) { adapter in
            adapter.readsMessages { [$0, $0.setting(["event"], to: .string("payment.paid"))] }
        },
        .pay2Local("takes an unknown word for a failure", caughtBy: CallbackContentRules.unknownWords) { adapter in
            adapter.rewriteEvidence { if $0.claim == .review { $0.claim = .failed } }
        },
        .pay2Local("finds a word anywhere in the status", caughtBy: CallbackContentRules.unknownWords) { adapter in
            adapter.rewriteEvidence { if $0.rawStatus.contains("Approved") { $0.claim = .succeeded } }
        },
        .pay2Local(
            "takes an unknown word about a withdrawal for a success",
            caughtBy: CallbackContentRules.unknownWords
        ) { adapter in
            adapter.rewriteEvidence { evidence in
                if evidence.kind == .withdrawal, evidence.claim == .review { evidence.claim = .succeeded }
            }
        },
        .pay2Local("forgets an unknown word", caughtBy: CallbackContentRules.unknownWords) { adapter in
            adapter.rewriteEvidence { if $0.claim == .review { $0.rawStatus = "unknown" } }
        },
        .smsPay("trims words", caughtBy: CallbackContentRules.nearWords) { adapter in
            adapter.readsText(at: ["event"]) { $0.split(whereSeparator: \.isWhitespace).joined() }
        },
        .smsPay("takes compatible letters for the same", caughtBy: CallbackContentRules.nearWords) { adapter in
            adapter.readsText(at: ["event"]) { $0.precomposedStringWithCompatibilityMapping }
        },
        .smsPay("drops what is not ASCII out of words", caughtBy: CallbackContentRules.nearWords) { adapter in
            adapter.readsText(at: ["event"]) { $0.filter(\.isASCII) }
        },
        .smsPay("takes words in any case", caughtBy: CallbackContentRules.otherCase) { adapter in
            adapter.readsText(at: ["event"]) { $0.lowercased() }
        },
        .pay2Local("takes words in one case only", caughtBy: CallbackContentRules.otherCase) { adapter in
            adapter.rewriteEvidence { if !["Approved", "Rejected"].contains($0.rawStatus) { $0.claim = .review } }
        },
    ]
}
