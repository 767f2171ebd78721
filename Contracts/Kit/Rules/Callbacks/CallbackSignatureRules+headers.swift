import HTTPTypes
import PaymentIntents

/// Where a signature stands, and how often.
extension CallbackSignatureRules {
    static let missing = AdapterRule(
        "callback.signature.missing",
        "What nobody signed, anybody can have sent.",
        needs: .signatureHeader
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let callback = try subject.genuineCallback()
        var headers = callback.headers
        for name in subject.wire.signing.headers { headers[name] = nil }
        try CallbackOutcome(of: Callback(headers: headers, body: callback.body), at: adapter)
            .mustBeRefused("a genuine callback without the headers that carry signatures")
    }

    static let empty = AdapterRule(
        "callback.signature.empty",
        "A signature of no digits fits every body, if it is compared as far as it goes.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        for value in ["", trial.prefix] {
            try trial.outcome(of: value).mustBeRefused("a signature “\(value)”")
        }
    }

    static let repeated = AdapterRule(
        "callback.signature.repeated",
        "Of two signatures, whoever checks one and whoever reads the other would disagree.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let (right, wrong) = (trial.value, trial.wrongValue)
        try trial.outcome(of: right, right).mustBeRefused("the right signature twice")
        try trial.outcome(of: right, wrong).mustBeRefused("the right signature, then a wrong one")
        try trial.outcome(of: wrong, right).mustBeRefused("a wrong signature, then the right one")
    }

    static let listed = AdapterRule(
        "callback.signature.listed",
        "A proxy joins repeated headers with commas, and a list of guesses is no signature.",
        needs: .signatureHeader
    ) { subject in
        let trial = try SignatureTrial(subject)
        let (right, wrong) = (trial.value, trial.wrongValue)
        for values in [[right, right], [right, wrong], [wrong, right], [right, ""], ["", right]] {
            for separator in [",", ", ", ";", " "] {
                let value = values.joined(separator: separator)
                // Blanks at the ends are no part of a field's value.
                guard value.first != " ", value.last != " " else { continue }
                try trial.outcome(of: value).mustBeRefused("a list of signatures: \(value)")
            }
        }
    }

    static let oneWrong = AdapterRule(
        "callback.signature.one-wrong",
        "Of the headers that the provider documents, none may be wrong: a forger chooses which ones to send.",
        needs: .severalSignatureHeaders
    ) { subject in
        let trial = try SignatureTrial(subject)
        let names = subject.wire.signing.headers
        for wrong in names {
            for value in [trial.wrongValue, ""] {
                let fields = names.map { HTTPField(name: $0, value: $0 == wrong ? value : trial.value) }
                let sent = "signatures in all documented headers, “\(value)” in \(wrong)"
                try trial.outcome(of: fields).mustBeRefused(sent)
                try trial.outcome(of: fields.reversed()).mustBeRefused(sent + ", in the reverse order")
            }
        }
    }

    static let eachHeader = AdapterRule(
        "callback.signature.each-header",
        "Whichever version of its documents the provider follows, its callbacks are taken.",
        needs: .severalSignatureHeaders
    ) { subject in
        let trial = try SignatureTrial(subject)
        let names = subject.wire.signing.headers
        for name in names {
            try trial.outcome(of: [HTTPField(name: name, value: trial.value)])
                .mustEqual(trial.genuine, "the signature in \(name) alone")
        }
        try trial.outcome(of: names.map { HTTPField(name: $0, value: trial.value) })
            .mustEqual(trial.genuine, "the signature in all documented headers")
    }
}
