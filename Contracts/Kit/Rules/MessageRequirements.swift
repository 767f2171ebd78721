import PaymentIntents

extension ContractRequirement where Subject == any AdapterSubject {
    /// Wallets that a creation names.
    static let namedMethods = Self("named methods") { $0.capabilities.methods != nil }

    /// Creations that name a currency; of several currencies one has to be named.
    static let currencyInCreation = Self("a currency in creations") {
        $0.wire.creationRequest.fields[.currency] != nil || $0.capabilities.currencies.count > 1
    }

    /// A time to pay that a creation names.
    static let timeToLive = Self("a time to pay in creations") {
        $0.wire.creationRequest.fields[.timeToLive] != nil
    }

    /// A page of the provider's that customers are sent to.
    static let customerPage = Self("a page for the customer") { $0.wire.redirect != nil }

    /// Answers to a creation that state an amount.
    static let amountInCreationReply = Self("an amount in answers to creations") {
        $0.wire.creationReply.fields[.amount] != nil
    }
}
