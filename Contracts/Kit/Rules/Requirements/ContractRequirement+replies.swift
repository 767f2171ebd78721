import PaymentIntents

/// What answers say.
extension ContractRequirement where Subject == any AdapterSubject {
    /// A page of the provider's that customers are sent to.
    static let customerPage = Self("a page for the customer") { $0.wire.redirect != nil }

    /// A number that customers without a page are told to pay to.
    static let instructions = Self("a number to pay to") { $0.wire.creationReply.fields[.receiver] != nil }

    /// Answers that say what happened.
    static let statusInReplies = Self("status in answers") { subject in
        subject.describedReplies.contains { $0.fields[.status] != nil && !$0.claims.isEmpty }
    }

    /// Answers about a payment that state an amount.
    static let amountInReplies = Self("amount in answers") { subject in
        subject.describedReplies.contains { $0.fields[.amount] != nil }
    }

    /// Answers about a payment that state an amount and its currency.
    static let moneyInReplies = Self("amount and currency in answers") { subject in
        subject.describedReplies.contains { $0.fields[.amount] != nil && $0.fields[.currency] != nil }
    }

    /// Answers that name their environment.
    static let environmentInReplies = Self("environment in answers") { $0.wire.queryReply.fields[.environment] != nil }

    /// Answers that carry a wallet's number.
    static let phoneNumbers = Self("phone numbers in answers") {
        $0.wire.creationReply.fields[.phoneNumber] != nil || $0.wire.queryReply.fields[.phoneNumber] != nil
    }
}

extension AdapterSubject {
    /// What is said in the answers about one payment, as far as the calls are offered.
    fileprivate var describedReplies: [WireMessage] {
        let both: [(Capabilities.Operation, WireMessage)] = [
            (.create, wire.creationReply), (.query, wire.queryReply),
        ]
        return both.filter { capabilities.operations.contains($0.0) }.map(\.1)
    }
}
