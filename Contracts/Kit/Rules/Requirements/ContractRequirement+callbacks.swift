import PaymentIntents

/// What callbacks say, and how they are signed.
extension ContractRequirement where Subject == any AdapterSubject {
    /// A signature in a header.
    static let signatureHeader = Self("a signature in a header") { !$0.wire.signing.headers.isEmpty }

    /// Several headers that may carry a signature.
    static let severalSignatureHeaders = Self("several headers for signatures") { $0.wire.signing.headers.count > 1 }

    /// Something in front of the digits of a signature.
    static let signaturePrefix = Self("a prefix in front of a signature") { subject in
        (try? SignatureTrial(subject))?.prefix.isEmpty == false
    }

    /// A signature that covers the whole body.
    static let wholeBodySigned = Self("a signature over the whole body") { $0.wire.signing.coversWholeBody }

    /// A signature inside the body.
    static let bodySignature = Self("a signature inside the body") { $0.wire.signing.bodySignature != nil }

    /// Headers that come along unsigned.
    static let unsignedHeaders = Self("unsigned headers") { !$0.wire.signing.unsignedHeaders.isEmpty }

    /// Callbacks that name the direction.
    static let kindInCallbacks = Self("kind in callbacks") {
        $0.wire.callback.fields[.kind] != nil && $0.wire.callback.kinds.count > 1
    }

    /// Callbacks that state an amount.
    static let amountInCallbacks = Self("amount in callbacks") { $0.wire.callback.fields[.amount] != nil }

    /// Callbacks that state an amount, in whichever form.
    static let everyAmountForm = Self("amounts in every form in callbacks") {
        $0.wire.callback.fields[.amount] != nil && $0.wire.callback.takesEveryAmountForm
    }

    /// Callbacks that state a currency.
    static let currencyInCallbacks = Self("currency in callbacks") { $0.wire.callback.fields[.currency] != nil }

    /// Callbacks that state an amount and its currency.
    static let moneyInCallbacks = Self("amount and currency in callbacks") {
        $0.wire.callback.fields[.amount] != nil && $0.wire.callback.fields[.currency] != nil
    }

    /// Callbacks that give the provider's own name for the payment.
    static let providerPaymentIDInCallbacks = Self("the provider's payment id in callbacks") {
        $0.wire.callback.fields[.providerPaymentID] != nil
    }

    /// Callbacks that give the merchant's reference.
    static let referenceInCallbacks = Self("reference in callbacks") { $0.wire.callback.fields[.reference] != nil }

    /// Callbacks that name their environment.
    static let environmentInCallbacks = Self("environment in callbacks") {
        $0.wire.callback.fields[.environment] != nil
    }

    /// Callbacks that say when it happened.
    static let timeInCallbacks = Self("time in callbacks") { $0.wire.callback.fields[.statedTime] != nil }

    /// Callbacks that say no.
    static let rejections = Self("rejections in callbacks") { $0.wire.callback.claims.values.contains(.rejected) }

    /// A time to pay that runs out.
    static let expiry = Self("expiry") {
        $0.wire.callback.claims.values.contains(.expired) && $0.wire.queryReply.claims.values.contains(.expired)
    }

    /// A time to pay that runs out, of which a query tells.
    static let expiryInQueries = Self("expiry and query") { expiry.isMet(by: $0) && query.isMet(by: $0) }

    /// Challenges.
    static let challenges = Self("challenges in callbacks") { $0.wire.challenge != nil }
}
