import PaymentContracts

extension ContractRequirement where Subject == any StoreSubject {
    /// Data that can be open several times at once.
    static let sharing = Self("sharing") { $0.isShared }

    /// A store that lets only one opening do the background work.
    static let servingAlone = Self("serving alone") { $0.servesAlone && $0.isShared }
}
