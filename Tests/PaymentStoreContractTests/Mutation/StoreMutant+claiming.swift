import PaymentGateway
import PaymentStoreContracts

extension StoreMutant {
    /// A store that takes notifications with other arguments.
    static func claiming(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout Claiming) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.claimingNotifications = { base, claiming in
                var claiming = claiming
                change(&claiming)
                return try await base.claimNotifications(
                    at: claiming.now,
                    limit: claiming.limit,
                    until: claiming.until
                )
            }
        }
    }
}
