import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum DueMutants {
    static let all: [StoreMutant] = [
        StoreMutant("takes the latest first", caughtBy: DueRules.earliestFirst) { store, _ in
            store.claimingDue = { base, claiming in
                try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until).reversed()
            }
        },
        claiming("takes more than it was asked for", caughtBy: DueRules.earliestFirst) { $0.limit += 1 },
        claiming("takes what is nearly due", caughtBy: DueRules.notBefore) { $0.now += 0.001 },
        claiming("takes what was due before now", caughtBy: DueRules.notBefore) { $0.now -= 0.001 },
        StoreMutant("puts off nothing that it gives", caughtBy: DueRules.leased) { store, _ in
            store.claimingDue = { base, claiming in
                let taken = try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.now)
                return taken.map { $0.with { $0.nextQueryAt = claiming.until } }
            }
        },
        claiming("gives a payment once and never again", caughtBy: DueRules.leased) { $0.until = .distantFuture },
        StoreMutant("looks for what is due first and takes it then", caughtBy: DueRules.oneWorker) { store, site in
            store.claimingDue = { base, claiming in
                try await site.dueTwins.run {
                    try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until)
                }
            }
        },
        StoreMutant("takes what has no time for due", caughtBy: DueRules.never) { store, _ in
            store.claimingDue = { base, claiming in
                let done = try await base.payments(matching: PaymentFilter()).filter { $0.nextQueryAt == nil }
                return done
                    + (try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until))
            }
        },
    ]

    /// A store that takes with other arguments.
    private static func claiming(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout Claiming) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.claimingDue = { base, claiming in
                var claiming = claiming
                change(&claiming)
                return try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until)
            }
        }
    }
}
