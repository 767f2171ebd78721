import Foundation
import PaymentIntents

/// The provider's words for what happened.
extension CallbackContentRules {
    static let words = AdapterRule(
        "callback.content.words",
        "Every documented word means what the documents say, about the payment and the amount that stand beside it."
    ) { subject in
        let trial = try ContentTrial(subject)
        for (word, claim) in trial.wire.claims.sorted(by: { $0.key < $1.key }) {
            for kind in PaymentKind.allCases where subject.capabilities.kinds.contains(kind) {
                let payment = try subject.samplePayment(kind)
                let outcome = try trial.outcome(of: trial.wire.message(word, about: payment))
                let evidence = outcome.evidence
                let isRight =
                    evidence?.claim == claim && evidence?.rawStatus == word
                    && evidence?.amount == (trial.wire.fields[.amount] == nil ? .absent : .money(payment.order.amount))
                    && (evidence?.kind ?? kind) == kind
                    && evidence?.assessed(against: payment.terms).claim == claim
                try require(
                    isRight,
                    sent: "“\(word)” about a \(kind) of \(payment.order.amount)",
                    came: "\(outcome)",
                    due: "\(claim)"
                )
            }
        }
    }

    static let unknownWords = AdapterRule(
        "callback.content.unknown-words",
        "A word that no document names is nobody's success and nobody's failure: a person has to look at it."
    ) { subject in
        var words = [
            "", "unknown", "REFUNDED", "refunded", "payment.refunded", "CHARGEBACK", "disputed", "PARTIAL", "reversed",
            "null", "true", "false", "0", "1", "200", "OK", "paid_out", "succeeded?", "failed?", "cancelled?", "💸",
        ]
        for word in subject.wire.callback.claims.keys.sorted() {
            words += [
                word + "x", "x" + word, String(word.dropLast()), String(word.dropFirst()), "not " + word, "un" + word,
                word + ".reversed", word + "," + word, word + word, "\"\(word)\"",
            ]
        }
        for trial in try ContentTrial.inEachDirection(subject) {
            for word in words where !subject.knows(word) { try trial.mustBeUnknown(word) }
        }
    }

    static let nearWords = AdapterRule(
        "callback.content.near-words",
        "A word with a blank, an invisible mark or a foreign letter in it only looks like a documented one."
    ) { subject in
        let trial = try ContentTrial(subject)
        let marks = [" ", "\t", "\n", "\u{0}", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{301}"]
        let lookAlikes: [Character: [Character]] = [
            "a": ["а", "ａ"], "e": ["е"], "p": ["р"], "o": ["о"], "i": ["ı", "İ"], "s": ["ſ"], "k": ["\u{212A}"],
            "c": ["с"], "A": ["А"], "S": ["ſ"], "I": ["ı"], "K": ["\u{212A}"], ".": ["．", "\u{2024}"],
        ]
        for word in trial.wire.claims.keys.sorted() {
            for mark in marks {
                try trial.mustBeUnknown(word + mark)
                try trial.mustBeUnknown(mark + word)
            }
            for (index, character) in zip(word.indices, word) {
                for other in lookAlikes[character] ?? [] {
                    try trial.mustBeUnknown(word[..<index] + String(other) + word[index...].dropFirst())
                }
            }
        }
    }

    static let otherCase = AdapterRule(
        "callback.content.other-case",
        "Whether a word counts in another case is the provider's to say, and not to be guessed."
    ) { subject in
        let trial = try ContentTrial(subject)
        for (word, claim) in trial.wire.claims.sorted(by: { $0.key < $1.key }) {
            for other in [word.uppercased(), word.lowercased(), word.capitalized] where other != word {
                if trial.wire.ignoresCase {
                    let outcome = try trial.outcome(of: trial.wire.message(other, about: trial.payment))
                    try require(
                        outcome.evidence?.claim == claim && outcome.evidence?.rawStatus == other,
                        sent: "“\(other)”",
                        came: "\(outcome)",
                        due: "\(claim)"
                    )
                } else if trial.wire.claims[other] == nil {
                    try trial.mustBeUnknown(other)
                }
            }
        }
    }
}

extension AdapterSubject {
    /// Whether any message of the provider's documents has this word, in whichever case.
    fileprivate func knows(_ word: String) -> Bool {
        [wire.callback, wire.queryReply, wire.creationReply]
            .contains { message in
                message.claims.keys.contains { $0.lowercased() == word.lowercased() }
            }
    }
}

extension ContentTrial {
    /// Demands that a word is not understood, or is a review that keeps it for a person to read.
    fileprivate func mustBeUnknown(_ word: String) throws {
        let outcome = try outcome(of: message.setting(try path(.status), to: .string(word)))
        let isReview =
            outcome.evidence?.claim == .review && outcome.evidence?.rawStatus.utf8.elementsEqual(word.utf8) == true
        try require(
            isReview || outcome.problem != nil,
            sent: "“\(word)”, which no document names",
            came: "\(outcome)",
            due: "a problem, or a review that keeps the word"
        )
    }
}
