import PaymentIntents

/// What a provider can do.
extension ContractRequirement where Subject == any AdapterSubject {
    /// Withdrawals.
    static let withdrawals = Self("withdrawals") { $0.capabilities.kinds.contains(.withdrawal) }

    /// Both directions.
    static let bothKinds = Self("deposits and withdrawals") { $0.capabilities.kinds.count > 1 }

    /// A direction that the provider does not carry.
    static let missingKind = Self("a direction that is not carried") {
        $0.capabilities.kinds.count < PaymentKind.allCases.count
    }

    /// A common currency that the provider does not settle in.
    static let missingCurrency = Self("a currency that is not settled in") { subject in
        Currency.common.contains { !subject.capabilities.currencies.contains($0) }
    }

    /// Questions about one payment.
    static let query = Self("query") { $0.capabilities.operations.contains(.query) }

    /// Lists of payments.
    static let list = Self("list") { $0.capabilities.operations.contains(.list) }

    /// The account's balance.
    static let balance = Self("balance") { $0.capabilities.operations.contains(.balance) }

    /// Calls that the provider does not offer.
    static let missingOperations = Self("operations that are not offered") {
        $0.capabilities.operations != Set(Capabilities.Operation.allCases)
    }

    /// Wallets that a creation names.
    static let namedMethods = Self("named methods") { $0.capabilities.methods != nil }

    /// Amounts with a fraction.
    static let fractions = Self("fractions") { $0.capabilities.takesFractions }

    /// Whole amounts only.
    static let wholeAmounts = Self("whole amounts only") { !$0.capabilities.takesFractions }

    /// A creation that may be sent twice.
    static let repeatableCreation = Self("idempotent creation") { $0.capabilities.isCreationIdempotent }

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

extension Currency {
    /// Currencies of 0, 2 and 3 decimals.
    static let common = ["EUR", "USD", "INR", "JPY", "KWD", "BDT"].compactMap { Currency(code: $0) }
}
