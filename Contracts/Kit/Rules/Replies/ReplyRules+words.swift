import PaymentIntents

/// What happened, in the provider's words.
extension ReplyRules {
    static let words: [AdapterRule] = [documented, unknown, otherCase, lookAlike]

    static let documented = AdapterRule(
        "reply.word.documented",
        "Every documented word claims what the documents say, and stays beside its claim.",
        needs: .statusInReplies
    ) { subject in
        try checkWords(of: subject) { word, claim in [(word, [claim])] }
    }

    static let unknown = AdapterRule(
        "reply.word.unknown",
        "A word that nobody documented is a case for a person: it is neither a success nor a failure.",
        needs: .statusInReplies
    ) { subject in
        try checkWords(of: subject, declared: false) { word, _ in
            [
                "\(word)_PARTIALLY", "NOT_\(word)", "UN\(word)", "\(word)\(word)", "REFUNDED", "0", "true", "null",
                "支付成功",
            ]
            .map { ($0, [.review]) }
        }
    }

    static let otherCase = AdapterRule(
        "reply.word.case",
        "A documented word in other letters is that word or an unknown one, never a third thing.",
        needs: .statusInReplies
    ) { subject in
        try checkWords(of: subject) { word, claim in
            [(word.lowercased(), [claim, .review]), (word.uppercased(), [claim, .review])]
        }
    }

    static let lookAlike = AdapterRule(
        "reply.word.look-alike",
        "Words are compared byte for byte: what only looks like a success is none.",
        needs: .statusInReplies
    ) { subject in
        try checkWords(of: subject, declared: false) { word, _ in
            [
                " \(word)", "\(word) ", "\(word)\n", "\(word)\0", "\(word)\u{200B}", "\(word)\u{301}",
                String(String.UnicodeScalarView(word.unicodeScalars.map(fullWidth))),
            ]
            .map { ($0, [.review]) }
        }
    }

    /// Puts words into every answer that says what happened, and compares the claims. A word that comes out as a claim
    /// must stand beside it as it was written.
    ///
    /// Other declared words are left out; the one that a word was made of is, too, unless `isDeclared` says that it belongs
    /// there.
    private static func checkWords(
        of subject: any AdapterSubject,
        declared isDeclared: Bool = true,
        _ words: (_ word: String, _ claim: Claim) -> [(String, [Claim])]
    ) throws {
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.paymentExchanges() {
            guard let described = exchange.described, let path = described.fields[.status] else { continue }
            for (documentedWord, claim) in described.claims {
                for (word, due) in words(documentedWord, claim) {
                    let declaredWord = described.declaredWord(word)
                    guard declaredWord == nil || isDeclared && declaredWord == documentedWord else { continue }
                    let answer = exchange.answer.setting(path, to: .string(word))
                    let outcome = exchange.outcome(of: answer, at: adapter)
                    let evidence = outcome.intent?.evidence
                    try require(
                        evidence.map { due.contains($0.claim) && Array($0.rawStatus.utf8) == Array(word.utf8) } == true,
                        sent: answer.quoted,
                        came: "\(outcome)",
                        due: "\(due.map(\.rawValue)), with the word as it is written"
                    )
                }
            }
        }
    }

    private static func fullWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x21...0x7E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }
}

extension WireMessage {
    /// The declared word that a word is, in other letters too where the case of letters counts for nothing.
    fileprivate func declaredWord(_ word: String) -> String? {
        if claims[word] != nil { return word }
        guard ignoresCase else { return nil }
        return claims.keys.first { $0.lowercased() == word.lowercased() }
    }
}
