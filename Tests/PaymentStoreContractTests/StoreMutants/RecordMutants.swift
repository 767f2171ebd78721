import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum RecordMutants {
    static let all: [StoreMutant] = keys + references

    private static let keys: [StoreMutant] = [
        StoreMutant("records a payment of any environment", caughtBy: RecordRules.otherEnvironment) { store, site in
            store.recording = { base, payment in
                try await site.data.withStore(payment.environment) { store in try await store.record(payment) }
            }
        },
        StoreMutant("calls it busy when the environment is wrong", caughtBy: RecordRules.otherEnvironment) { store, _ in
            store.recording = { base, payment in
                do {
                    return try await base.record(payment)
                } catch {
                    throw StoreError(.busy, "try again", cause: error)
                }
            }
        },
        StoreMutant("keeps no key unique", caughtBy: RecordKeyRules.sameRequest) { store, _ in
            store.recording = { base, payment in
                try await base.record(payment.asking { $0.idempotencyKey = IdempotencyKey(UUID().uuidString) })
            }
        },
        StoreMutant("gives the payment as it was at first", caughtBy: RecordKeyRules.sameRequest) { store, site in
            store.recording = { base, payment in
                switch try await base.record(payment) {
                case .recorded(let payment): .recorded(site.first(payment.request.key.rawValue, payment))
                case .existing(let payment): .existing(site.first(payment.request.key.rawValue, payment))
                }
            }
        },
        StoreMutant("hides what was asked for first", caughtBy: RecordKeyRules.otherRequest) { store, _ in
            store.recording = { base, payment in
                let outcome = try await base.record(payment)
                guard case .existing(let first) = outcome else { return outcome }
                return .existing(first.asking { $0 = payment.request })
            }
        },
        StoreMutant("writes to the payment that holds a key", caughtBy: RecordKeyRules.otherRequest) { store, _ in
            store.recording = { base, payment in
                let outcome = try await base.record(payment)
                guard case .existing(let first) = outcome else { return outcome }
                try await base.set(first.id) { $0.updatedAt += 1 }
                return outcome
            }
        },
        sharing("a key of deposits and withdrawals", caughtBy: RecordKeyRules.perKind) { "\($0.environment)" },
        sharing("a key of both environments", caughtBy: RecordKeyRules.perEnvironment) { "\($0.kind)" },
        sharing("a key of the same letters", caughtBy: RecordKeyRules.exactBytes, folding: { $0.lowercased() }) {
            "\($0.kind) \($0.environment)"
        },
        // As strings, two normal forms of one letter are equal already.
        sharing("a key of two normal forms", caughtBy: RecordKeyRules.exactBytes) { "\($0.kind) \($0.environment)" },
        StoreMutant("looks for a key first and writes then", caughtBy: RecordKeyRules.oneWinner) { store, site in
            store.recording = { base, payment in try await site.recordTwins.run { try await base.record(payment) } }
        },
        StoreMutant("claims a key before its payment", caughtBy: RecordRules.refusedLeavesKey) { store, _ in
            store.recording = { base, payment in
                do {
                    return try await base.record(payment)
                } catch {
                    _ = try await base.record(try Sample.payment(payment.request))
                    throw error
                }
            }
        },
    ]

    private static let references: [StoreMutant] = [
        StoreMutant("tells nobody of a new payment", caughtBy: RecordRules.announced) { store, _ in
            store.claimingNotifications = { base, claiming in
                try await base.claimNotifications(at: claiming.now, limit: claiming.limit, until: claiming.until)
                    .filter { $0.notification.status != .created }
            }
        },
        StoreMutant("gives one reference to all who ask", caughtBy: RecordRules.references) { store, _ in
            store.recording = { base, payment in
                switch try await base.record(payment) {
                case .recorded(let payment): .recorded(payment.with { $0.providerReference = $0.reference })
                case .existing(let payment): .existing(payment)
                }
            }
        },
        StoreMutant("counts references before it writes", caughtBy: RecordRules.referencesAtOnce) { store, site in
            store.recording = { base, payment in try await site.recordTwins.run { try await base.record(payment) } }
        },
    ]

    /// A store that takes two keys for one.
    private static func sharing(
        _ what: String,
        caughtBy rule: StoreRule,
        folding: @escaping @Sendable (String) -> String = { $0 },
        within scope: @escaping @Sendable (Payment) -> String
    ) -> StoreMutant {
        StoreMutant("takes for one \(what)", caughtBy: rule) { store, site in
            store.recording = { base, payment in
                let first = site.first("\(scope(payment)) \(folding(payment.request.key.rawValue))", payment)
                return first.id == payment.id ? try await base.record(payment) : .existing(first)
            }
        }
    }
}
