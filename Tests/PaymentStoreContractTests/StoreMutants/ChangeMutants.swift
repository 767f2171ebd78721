import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum ChangeMutants {
    static let all: [StoreMutant] = [
        writing("writes no line", caughtBy: ChangeRules.together) { _, change in change?.with { $0.entry = nil } },
        writing("tells nobody of a change", caughtBy: ChangeRules.together) { _, change in
            change?.with { $0.notification = nil }
        },
        StoreMutant("answers with times that it does not keep", caughtBy: ChangeRules.answered) { store, _ in
            store.modifying = { base, id, change in
                var outcome = try await base.modify(id, change)
                outcome?.payment.expiresAt? += 0.000_4
                return outcome
            }
        },
        writing("writes when there is nothing to write", caughtBy: ChangeRules.nothing) { payment, change in
            change ?? PaymentChange(payment)
        },
        StoreMutant("takes an unknown payment for one without news", caughtBy: ChangeRules.missing) { store, _ in
            store.modifying = { base, id, change in
                if let outcome = try await base.modify(id, change) { return outcome }
                return try await base.first { _ in true }.map { ModifyOutcome($0, isChanged: false) }
            }
        },
        StoreMutant("writes what it can of a refused change", caughtBy: ChangeRules.refused) { store, _ in
            store.modifying = { base, id, change in
                do {
                    return try await base.modify(id, change)
                } catch {
                    _ = try await base.modify(id) { change($0)?.with { $0.payment.providerPaymentID = nil } }
                    throw error
                }
            }
        },
        StoreMutant("gives a line the next number that is free", caughtBy: ChangeRules.numbered) { store, _ in
            store.modifying = { base, id, change in
                do {
                    return try await base.modify(id, change)
                } catch {
                    return try await base.modify(id) { change($0)?.with { $0.entry?.sequence += 1 } }
                }
            }
        },
        StoreMutant("reads first and writes then", caughtBy: ChangeRules.serialised) { store, site in
            store.modifying = { base, id, change in
                try await site.modifyTwins.run { try await base.modify(id, change) }
            }
        },
        StoreMutant("lets a worker write under a fence of before", caughtBy: ChangeRules.fenced) { store, _ in
            store.modifying = { base, id, change in
                try await base.modify(id) { payment in change(payment) ?? change(payment.with { $0.fence -= 1 }) }
            }
        },
    ]

    /// A store that writes something else than it is told.
    private static func writing(
        _ description: String,
        caughtBy rule: StoreRule,
        _ mutation: @escaping @Sendable (Payment, PaymentChange?) -> PaymentChange?
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.modifying = { base, id, change in try await base.modify(id) { mutation($0, change($0)) } }
        }
    }
}

extension PaymentChange {
    /// The change with changes.
    func with(_ change: (inout PaymentChange) -> Void) -> PaymentChange {
        var copy = self
        change(&copy)
        return copy
    }
}
