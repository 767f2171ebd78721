import PaymentIntents

/// Which payment a callback is about.
extension CallbackContentRules {
    static let otherKind = AdapterRule(
        "callback.content.other-kind",
        "Money that came in is not money that went out, whatever reference the two share.",
        needs: .kindInCallbacks
    ) { subject in
        let trial = try ContentTrial(subject)
        for (kind, word) in trial.wire.kinds where kind != trial.payment.order.kind {
            let outcome = try trial.outcome(of: trial.message.setting(try trial.path(.kind), to: .string(word)))
            try trial.mustBeHeld(outcome, "“\(word)” where a \(trial.payment.order.kind) was asked for")
        }
    }

    static let otherPaymentID = AdapterRule(
        "callback.content.other-payment-id",
        "A callback about another payment at the provider settles nothing here.",
        needs: .providerPaymentIDInCallbacks
    ) { subject in
        let trial = try ContentTrial(subject)
        let id = trial.payment.providerPaymentID
        for other in ["0f4cd2a4-6a0e-47d2-9d3c-8c1f6b1a7e55", id.uppercased(), id + " ", String(id.dropLast())] {
            let message = trial.message.setting(try trial.path(.providerPaymentID), to: .string(other))
            try trial.mustBeHeld(try trial.outcome(of: message), "a success of the payment “\(other)”, not of “\(id)”")
        }
    }

    static let otherReference = AdapterRule(
        "callback.content.other-reference",
        "A callback with another reference settles nothing here.",
        needs: .referenceInCallbacks
    ) { subject in
        let trial = try ContentTrial(subject)
        let reference = trial.payment.order.reference
        for other in ["ORDER-10046", reference.lowercased(), reference + " ", reference + "0", "0" + reference] {
            let message = trial.message.setting(try trial.path(.reference), to: .string(other))
            try trial.mustBeHeld(try trial.outcome(of: message), "a success of “\(other)”, not of “\(reference)”")
        }
    }

    static let names = AdapterRule(
        "callback.content.names",
        "Names are bytes: one that was folded, trimmed or normalised is another one, and may be somebody's."
    ) { subject in
        let trial = try ContentTrial(subject)
        let fields: [(WireField, any KeyPath<Evidence, String?> & Sendable)] = [
            (.providerPaymentID, \.providerPaymentID), (.reference, \.reference), (.transactionID, \.transactionID),
        ]
        let names = [
            "order-10045", "Order-10045", " ORDER-10045", "ORDER-10045 ", "ORDER 10045", "00500", "1e3", "-0", "0x1F",
            "Caf\u{E9}", "Cafe\u{301}", "\u{212B}", "\u{C5}", "ﬁ", "ẞ", "১০০৪৫", "অর্ডার-৫", "👩‍👩‍👧", "a\"b\\c/d", "a|b",
            "a,b",
            "%20", "&amp;", "null", "true", String(repeating: "x", count: 255),
        ]
        for (field, keyPath) in fields where trial.wire.fields[field] != nil {
            let path = try trial.path(field)
            for name in names {
                let outcome = try trial.outcome(of: trial.message.setting(path, to: .string(name)))
                if field == .reference, outcome.isRefused, trial.neverAsks(for: name) { continue }
                let came = outcome.evidence?[keyPath: keyPath]
                try require(
                    came?.utf8.elementsEqual(name.utf8) == true,
                    sent: "\(field.rawValue) “\(name)”",
                    came: came.map { "“\($0)”" } ?? "\(outcome)",
                    due: "the same bytes"
                )
            }
        }
    }
}
