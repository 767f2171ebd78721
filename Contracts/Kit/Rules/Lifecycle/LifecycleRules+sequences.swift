import PaymentIntents

/// Without the far end: callbacks that the provider could sign, in every order.
extension LifecycleRules {
    static let everySequence = AdapterRule(
        "lifecycle.every-sequence",
        "Callbacks arrive in any order and any number of times; only the set of them may decide."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let told = try ToldCallback.all(of: subject)
        let payment = try subject.samplePayment()
        let received = try told.map { told in
            let outcome = CallbackOutcome(of: told.callback, at: adapter)
            guard let evidence = outcome.evidence else {
                throw ContractViolation(sent: told.about, came: "\(outcome)", due: "evidence")
            }
            return evidence.assessed(against: payment.terms).claim
        }
        var walk = SequenceWalk(told: told, received: received)
        try walk.extend([], Course(), claims: [])
    }

    static let seenEverything = AdapterRule(
        "lifecycle.seen-everything",
        "An adapter lives as long as the program; its last answer is worth as much as its first.",
        needs: .query
    ) { subject in
        let setup = try AdapterSetup()
        let experienced = try subject.adapter(setup)
        let payment = try subject.samplePayment()
        let words = subject.wire.queryReply.claims.keys.sorted()
        let answers = words.map { word in
            ProviderResponse(status: 200, body: subject.wire.queryReply.message(word, about: payment).bytes)
        }
        for told in try ToldCallback.all(of: subject) { _ = CallbackOutcome(of: told.callback, at: experienced) }
        for answer in answers { _ = try experienced.evidence(in: answer, about: payment) }
        for (word, answer) in zip(words, answers) {
            let came = try experienced.evidence(in: answer, about: payment)
            let due = try subject.adapter(setup).evidence(in: answer, about: payment)
            try require(
                came == due && came.claim == subject.wire.queryReply.claims[word],
                sent: "all there is to hear of a payment, and then ‘\(word)’ as an answer",
                came: "\(came)",
                due: "as by itself: \(due)"
            )
        }
    }

    static let statedTimes = AdapterRule(
        "lifecycle.stated-times",
        "A provider's clock may be a day off, so nothing follows from the time that it states.",
        needs: .timeInCallbacks
    ) { subject in
        let setup = try AdapterSetup()
        let adapter = try subject.adapter(setup)
        for word in subject.wire.callback.claims.keys.sorted() {
            let message = subject.wire.callback.message(word, about: try subject.samplePayment())
            let due = try evidence(message, subject, setup, adapter)
            for time in try StatedTime.others(in: message, subject.wire.callback) {
                var came = try evidence(time.message, subject, setup, adapter)
                came?.statedTime = due?.statedTime
                try require(
                    came != nil && came == due,
                    sent: "‘\(word)’ with its time \(time.about)",
                    came: "\(came.map(String.init(describing:)) ?? "no evidence")",
                    due: "the same evidence, the time aside"
                )
            }
        }
    }

    private static func evidence(
        _ message: MessageJSON,
        _ subject: any AdapterSubject,
        _ setup: AdapterSetup,
        _ adapter: any ProviderAdapter
    ) throws -> Evidence? {
        let callback = try subject.wire.signing.sign(message.bytes, with: setup.callbackKeys[0])
        return CallbackOutcome(of: callback, at: adapter).evidence
    }
}

extension ProviderAdapter {
    /// What an answer to a query says.
    fileprivate func evidence(in answer: ProviderResponse, about payment: SamplePayment) throws -> Evidence {
        let outcome = ReplyOutcome(of: answer, to: .query(payment.lookup), at: self)
        guard let intent = outcome.intent else {
            throw ContractViolation(sent: "an answer to a query", came: "\(outcome)", due: "a payment")
        }
        return intent.evidence
    }
}
