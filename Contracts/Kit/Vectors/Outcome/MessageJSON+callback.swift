import PaymentIntents

/// What adapters make of callbacks, as vectors write it.
extension MessageJSON {
    /// Evidence. Its source is not written: it is a callback.
    init(_ evidence: Evidence) {
        self.init(present: [
            "claim": .string(evidence.claim.rawValue),
            "rawStatus": .string(evidence.rawStatus),
            "kind": .optional(evidence.kind?.rawValue),
            "amount": .stated(evidence.amount),
            "reference": .optional(evidence.reference),
            "providerPaymentID": .optional(evidence.providerPaymentID),
            "transactionID": .optional(evidence.transactionID),
            "statedTime": .optional(evidence.statedTime),
        ])
    }

    /// A receipt, by the name of what it is.
    ///
    /// - Parameters:
    ///   - receipt: The receipt.
    ///   - due: The words that the sentence of a problem has to have.
    init(_ receipt: CallbackReceipt, naming due: MessageJSON?) {
        switch receipt {
        case .event(.evidence(let evidence)): self.init(present: ["evidence": MessageJSON(evidence)])
        case .event(.challenge(let challenge)): self.init(present: ["challenge": .string(challenge)])
        case .hint(let lookup, let says):
            let hint = MessageJSON(present: [
                "kind": .optional(lookup.kind?.rawValue),
                "reference": .optional(lookup.reference),
                "providerPaymentID": .optional(lookup.providerPaymentID),
                "says": says.map { MessageJSON($0) },
            ])
            self.init(present: ["hint": hint])
        case .problem(.otherEnvironment):
            self.init(present: ["problem": MessageJSON(present: ["type": .string("otherEnvironment")])])
        case .problem(.notUnderstood(let sentence)):
            let problem = MessageJSON(present: [
                "type": .string("notUnderstood"), "names": .named(in: sentence, of: due),
            ])
            self.init(present: ["problem": problem])
        }
    }

    /// A refusal.
    init(_ refusal: CallbackRefusal) {
        self.init(present: ["reason": .string(refusal.reason.rawValue), "check": .string(refusal.check)])
    }

    /// What evidence is worth beside a stored payment, and what the payment comes to with it.
    init(_ evidence: Evidence, comparedWith payment: VectorPayment) {
        let (claim, discrepancies) = evidence.assessed(against: payment.terms)
        let claims = payment.claims.union(ClaimSet(claim))
        self.init(present: [
            "claim": .string(claim.rawValue),
            "discrepancies": .array(discrepancies.map { .string($0.rawValue) }),
            "status": .string(Lifecycle.status(of: claims).rawValue),
            "late": .boolean(Lifecycle.isLate(claims)),
        ])
    }
}
