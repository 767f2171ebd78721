import Foundation
import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts

enum HistoryMutants {
    static let all: [StoreMutant] = [
        StoreMutant("shows no line of what was no news", caughtBy: HistoryRules.noGaps) { store, _ in
            store.recalling = { base, id in try await base.history(of: id).filter { $0.detail["duplicate"] == nil } }
        },
        StoreMutant("shows a history newest first", caughtBy: HistoryRules.noGaps) { store, _ in
            store.recalling = { base, id in try await base.history(of: id).reversed() }
        },
        recalling("ends particulars at a NUL", caughtBy: HistoryRules.lines) { line in
            line.detail = line.detail.mapValues { String($0.prefix { $0 != "\0" }) }
        },
        recalling("keeps particulars in one normal form", caughtBy: HistoryRules.lines) { line in
            line.detail = line.detail.mapValues(\.precomposedStringWithCanonicalMapping)
        },
        recalling("takes what nobody wanted signed for signed", caughtBy: HistoryRules.lines) { line in
            line.trust = line.trust ?? .signed
        },
        recalling("keeps whole seconds", caughtBy: HistoryRules.lines) { $0.at = Sample.now },
        StoreMutant("folds by the last writer", caughtBy: FoldRules.eightWriters) { store, _ in
            store.absorbing = { base, batch in
                let outcomes = try await base.absorb(batch)
                for (delivery, outcome) in zip(batch, outcomes) {
                    guard let id = outcome.payment, let claim = delivery.evidence?.claim else { continue }
                    try await base.set(id) { payment in
                        payment.lifecycle = Lifecycle(claims: ClaimSet(claim), hasAnnouncedSuccess: false)
                    }
                }
                return outcomes
            }
        },
        StoreMutant("lets the clock have the last word", caughtBy: FoldRules.expiryAgainstPaid) { store, _ in
            store.modifying = { base, id, change in
                try await base.modify(id) { payment in
                    guard let change = change(payment), change.entry?.source == .clock else { return change(payment) }
                    let lifecycle = Lifecycle(claims: .expired, hasAnnouncedSuccess: false)
                    return change.with { $0.payment.lifecycle = lifecycle }
                }
            }
        },
    ]

    /// A store that reads other lines than were written.
    private static func recalling(
        _ description: String,
        caughtBy rule: StoreRule,
        _ change: @escaping @Sendable (inout HistoryEntry) -> Void
    ) -> StoreMutant {
        StoreMutant(description, caughtBy: rule) { store, _ in
            store.recalling = { base, id in
                try await base.history(of: id)
                    .map { line in
                        var line = line
                        change(&line)
                        return line
                    }
            }
        }
    }
}
