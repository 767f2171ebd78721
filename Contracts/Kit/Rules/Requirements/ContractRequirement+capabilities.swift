import PaymentIntents

extension ContractRequirement where Subject == any AdapterSubject {
    /// Deposits.
    static let deposits = Self("deposits") { $0.capabilities.kinds.contains(.deposit) }

    /// Withdrawals.
    static let withdrawals = Self("withdrawals") { $0.capabilities.kinds.contains(.withdrawal) }

    /// Both directions.
    static let bothKinds = Self("deposits and withdrawals") { $0.capabilities.kinds.count > 1 }

    /// Questions about one payment.
    static let query = Self("query") { $0.capabilities.operations.contains(.query) }

    /// Lists of payments.
    static let list = Self("list") { $0.capabilities.operations.contains(.list) }

    /// The account's balance.
    static let balance = Self("balance") { $0.capabilities.operations.contains(.balance) }

    /// Amounts with a fraction.
    static let fractions = Self("fractions") { $0.capabilities.takesFractions }

    /// Whole amounts only.
    static let wholeAmounts = Self("whole amounts only") { !$0.capabilities.takesFractions }

    /// A creation that may be sent twice.
    static let repeatableCreation = Self("idempotent creation") { $0.capabilities.isCreationIdempotent }

    /// A creation that must not be sent twice.
    static let singleCreation = Self("creation that is not idempotent") { !$0.capabilities.isCreationIdempotent }

    /// A signature that covers the whole body.
    static let wholeBodySigned = Self("a signature over the whole body") { $0.wire.signing.coversWholeBody }

    /// Callbacks that name their environment.
    static let environmentInCallbacks = Self("environment in callbacks") {
        $0.wire.callback.fields[.environment] != nil
    }

    /// Answers that name their environment.
    static let environmentInReplies = Self("environment in answers") { $0.wire.queryReply.fields[.environment] != nil }

    /// A time to pay that runs out.
    static let expiry = Self("expiry") {
        $0.wire.callback.claims.values.contains(.expired) && $0.wire.queryReply.claims.values.contains(.expired)
    }

    /// Callbacks that say no.
    static let rejections = Self("rejections in callbacks") { $0.wire.callback.claims.values.contains(.rejected) }

    /// Callbacks that say when it happened.
    static let timeInCallbacks = Self("time in callbacks") { $0.wire.callback.fields[.statedTime] != nil }

    /// Calls that the provider does not offer.
    static let missingOperations = Self("operations that are not offered") {
        $0.capabilities.operations != Set(Capabilities.Operation.allCases)
    }

    /// A direction that the provider does not carry.
    static let missingKind = Self("a direction that is not carried") {
        $0.capabilities.kinds.count < PaymentKind.allCases.count
    }

    /// Answers that carry a wallet's number.
    static let phoneNumbers = Self("phone numbers in answers") {
        $0.wire.creationReply.fields[.phoneNumber] != nil || $0.wire.queryReply.fields[.phoneNumber] != nil
    }

    /// Credentials that tell the environment that they belong to.
    static let environmentInCredentials = Self("environment in credentials") { subject in
        guard let sandbox = try? AdapterSetup() else { return false }
        let live = sandbox.with { $0.environment = .live }
        let keys = subject.credentialKeys(sandbox)
        let (first, second) = (subject.settings(sandbox), subject.settings(live))
        return keys.contains { first[$0] != second[$0] }
    }

    /// Vectors.
    static let vectors = Self("vectors") { !$0.vectors.isEmpty }
}
