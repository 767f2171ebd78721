import PaymentIntents

/// A subject declares enough to be held to: what is left out of it would be left out of every rule.
///
/// What a status of 429 means stands in no rule here: it is held to without being declared.
enum SubjectRules {
    static let all: [AdapterRule] = [messages, words, farEnd, errors]

    static let messages = AdapterRule(
        "subject.messages",
        "What is required of a message, and which words it has, decides how far the rules go: at least a name and, where "
            + "there is one, the status."
    ) { subject in
        for (name, message) in subject.describedMessages {
            let names: Set<WireField> = [.providerPaymentID, .reference]
            try declare(
                !message.required.isDisjoint(with: names),
                name,
                "no required name of the payment",
                "the provider's id or the reference among what is required"
            )
            try declare(
                message.fields[.status] == nil || message.required.contains(.status),
                name,
                "a status that is not required",
                "the status among what is required"
            )
            for field in message.required {
                let isInSample = message.fields[field].map { message.sample[$0] != nil }
                try declare(
                    isInSample == true,
                    name,
                    "\(field.rawValue) required, and not in the sample",
                    "it is there"
                )
            }
            try declare(
                message.fields[.kind] == nil || subject.capabilities.kinds.isSubset(of: message.kinds.keys),
                name,
                "words for the directions \(message.kinds.keys.map(\.rawValue).sorted())",
                "one for each direction"
            )
            try declare(
                message.fields[.environment] == nil || message.environments.count == PaymentEnvironment.allCases.count,
                name,
                "words for the environments \(message.environments.keys.map(\.rawValue).sorted())",
                "one for each environment"
            )
        }
        try declare(
            subject.wire.callback.fields[.status] != nil,
            "the callback",
            "no status",
            "where it says what happened"
        )
    }

    static let words = AdapterRule(
        "subject.words",
        "A word that is left out is tried by no rule: a sample says a declared one, and whatever an answer can say is said "
            + "by a callback as well, or by queries only."
    ) { subject in
        for (name, message) in subject.describedMessages {
            guard let path = message.fields[.status] else { continue }
            let word = message.sample[path]?.text ?? ""
            try declare(
                message.claims[word] != nil,
                name,
                "the word “\(word)”, which claims nothing",
                "what each documented word claims"
            )
            try declare(
                message.claims.values.contains(.succeeded),
                name,
                "no word for a success",
                "what each documented word claims"
            )
        }
        guard subject.capabilities.operations.contains(.query) else { return }
        let told = Set(subject.wire.callback.claims.values)
        let asked = Set(subject.wire.queryReply.claims.values).subtracting([.pending])
        let untold = asked.subtracting(told).filter { !subject.capabilities.claimsByQueryOnly.contains(ClaimSet($0)) }
        try declare(
            untold.isEmpty,
            "the callback",
            "no word for \(untold.map(\.rawValue).sorted()), which a query tells",
            "one, or that only a query tells it"
        )
    }

    static let farEnd = AdapterRule(
        "subject.far-end",
        "What the far end cannot bring about is tried by words alone; so it brings about whatever the provider has a word "
            + "for, or says what not."
    ) { subject in
        try await subject.conversing { conversation in
            var due = Set(subject.wire.callback.claims.values)
            if subject.capabilities.operations.contains(.query) { due.formUnion(subject.wire.queryReply.claims.values) }
            due.subtract([.pending])
            due.subtract(subject.claimsNotSimulated)
            try declare(
                conversation.farEnd.claims == due,
                "the far end",
                "\(conversation.farEnd.claims.map(\.rawValue).sorted())",
                "\(due.map(\.rawValue).sorted())"
            )
        }
    }

    static let errors = AdapterRule(
        "subject.errors",
        "How a provider says that it does not know us, or the payment, decides what may be tried elsewhere; each call has "
            + "its documented errors."
    ) { subject in
        let operations = subject.capabilities.operations
        var due: [(ProviderError.Code, Set<Capabilities.Operation>)] = [(.credentialsRefused, operations)]
        if operations.contains(.query) { due.append((.notFound, [.query])) }
        if subject.capabilities.isCreationIdempotent { due.append((.keyConflict, [.create])) }
        for (code, operations) in due {
            let declared = subject.wire.errors.filter { $0.code == code }.flatMap(\.operations)
            let missing = operations.subtracting(declared).map(\.rawValue).sorted()
            try declare(missing.isEmpty, "the errors", "no \(code.rawValue) for \(missing)", "the documented answer")
        }
    }

    private static func declare(
        _ isDeclared: Bool,
        _ part: String,
        _ came: @autoclosure () -> String,
        _ due: @autoclosure () -> String
    ) throws(ContractViolation) {
        try require(isDeclared, sent: "the subject's declaration of \(part)", came: came(), due: due())
    }
}

extension AdapterSubject {
    /// The messages about one payment, as far as the calls are offered.
    fileprivate var describedMessages: [(name: String, WireMessage)] {
        var messages = [("the callback", wire.callback)]
        if capabilities.operations.contains(.create) {
            messages.append(("the answer to a creation", wire.creationReply))
        }
        if capabilities.operations.contains(.query) { messages.append(("the answer to a query", wire.queryReply)) }
        return messages
    }
}
