import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum KeyHolderMutants {
    static let all: [StoreMutant] = [
        StoreMutant("remembers what a key held at first", caughtBy: KeyHolderRules.holder) { store, site in
            store.holding = { base, key, kind in
                try await base.payment(holding: key, kind: kind).map { site.first(key.rawValue, $0) }
            }
        },
        StoreMutant("knows the keys that it has claimed itself", caughtBy: KeyHolderRules.holder) { store, site in
            let opening = site.openings.withLock { $0 }
            store.recording = { base, payment in
                _ = site.isNew("\(opening) \(payment.request.key.rawValue)")
                return try await base.record(payment)
            }
            store.holding = { base, key, kind in
                let isKnown = site.seen.withLock { $0.contains("\(opening) \(key.rawValue)") }
                return isKnown ? try await base.payment(holding: key, kind: kind) : nil
            }
        },
        StoreMutant("gives the newest payment for a key that is free", caughtBy: KeyHolderRules.holder) { store, _ in
            store.holding = { base, key, kind in
                if let payment = try await base.payment(holding: key, kind: kind) { return payment }
                return try await base.payments(matching: PaymentFilter(limit: 1)).first
            }
        },
        StoreMutant("looks for a key of any kind", caughtBy: KeyHolderRules.perKind) { store, _ in
            store.holding = { base, key, kind in
                for kind in [kind] + PaymentKind.allCases {
                    if let payment = try await base.payment(holding: key, kind: kind) { return payment }
                }
                return nil
            }
        },
        StoreMutant("looks for a key in both environments", caughtBy: KeyHolderRules.perEnvironment) { store, site in
            store.holding = { base, key, kind in
                if let payment = try await base.payment(holding: key, kind: kind) { return payment }
                for environment in PaymentEnvironment.allCases {
                    let other = try await site.data.withStore(environment) { store in
                        try await store.payment(holding: key, kind: kind)
                    }
                    if let other { return other }
                }
                return nil
            }
        },
        StoreMutant("folds the case of the key that is looked for", caughtBy: KeyHolderRules.bytes) { store, _ in
            store.holding = { base, key, kind in
                try await base.first { $0.request.key.rawValue.lowercased() == key.rawValue.lowercased() }
            }
        },
        StoreMutant("takes two normal forms for one key", caughtBy: KeyHolderRules.bytes) { store, _ in
            store.holding = { base, key, kind in
                try await base.first { $0.request.key.rawValue == key.rawValue }
            }
        },
    ]
}
