import PaymentIntents

/// What a creation says.
extension ContractRequirement where Subject == any AdapterSubject {
    /// Creations that name a currency; of several currencies one has to be named.
    static let currencyInCreation = Self("a currency in creations") {
        $0.wire.creationRequest.fields[.currency] != nil || $0.capabilities.currencies.count > 1
    }

    /// A time to pay that a creation names.
    static let timeToLive = Self("a time to pay in creations") {
        $0.wire.creationRequest.fields[.timeToLive] != nil
    }

    /// Addresses in a creation that the customer comes back to.
    static let returnURLs = Self("return addresses in creations") { subject in
        RequestField.returnURLs.contains { subject.wire.creationRequest.fields[$0] != nil }
    }
}

extension RequestField {
    /// Where the customer goes.
    static let returnURLs: [RequestField] = [.successURL, .failureURL, .cancelURL, .expiredURL]
}
