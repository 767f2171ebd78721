import PaymentGateway
import PaymentIntents
@testable import PaymentStoreContracts
import Synchronization

enum OperationMutants {
    static let all: [StoreMutant] = [
        StoreMutant("is always ready", caughtBy: OperationRules.ready) { store, _ in store.checking = { _ in } },
        StoreMutant("is ready when it can be read", caughtBy: OperationRules.ready) { store, _ in
            store.checking = { base in _ = try await base.payments(matching: PaymentFilter(limit: 1)) }
        },
        StoreMutant("answers what it could not commit", caughtBy: OperationRules.blocked) { store, _ in
            store.absorbing = { base, batch in
                do {
                    return try await base.absorb(batch)
                } catch {
                    return batch.map { _ in .kept(.unmatched) }
                }
            }
        },
        StoreMutant("gives nothing to do when it is in somebody's way", caughtBy: OperationRules.blocked) { store, _ in
            store.claimingDue = { base, claiming in
                do {
                    return try await base.claimDue(at: claiming.now, limit: claiming.limit, until: claiming.until)
                } catch {
                    return []
                }
            }
        },
        StoreMutant("takes what is in its way for a defect", caughtBy: OperationRules.bounded) { store, _ in
            store.modifying = { base, id, change in
                do {
                    return try await base.modify(id, change)
                } catch {
                    throw StoreError(.rejected, "not written", cause: error)
                }
            }
        },
        StoreMutant("tells one of many callers that it is in somebody's way", caughtBy: OperationRules.bounded) {
            store,
            site in
            store.modifying = { base, id, change in
                do {
                    return try await base.modify(id, change)
                } catch {
                    guard !site.isNew("told") else { throw error }
                    return try await base.payment(id).map { ModifyOutcome($0, isChanged: true) }
                }
            }
        },
        StoreMutant("writes afterwards what it refused", caughtBy: OperationRules.bounded) { store, site in
            store.modifying = { base, id, change in
                do {
                    return try await base.modify(id, change)
                } catch {
                    site.changes.withLock { $0.append(change) }
                    throw error
                }
            }
            store.reading = { base, id in
                let changes = site.changes.withLock { changes in
                    defer { changes = [] }
                    return changes
                }
                for change in changes { try await write(change, of: id, to: base) }
                return try await base.payment(id)
            }
        },
        StoreMutant("lets everybody serve", caughtBy: OperationRules.servesAlone) { store, _ in
            store.serving = { _ in }
        },
        StoreMutant("keeps the place of a server that was closed", caughtBy: OperationRules.servesBeside) {
            store,
            site in
            store.serving = { base in
                guard site.isNew("served") else { throw StoreError(.alreadyServed, "somebody else serves") }
                try await base.beginServing()
            }
        },
    ]
    /// Writes a change, however busy the machine is.
    private static func write(
        _ change: @escaping @Sendable (Payment) -> PaymentChange?,
        of id: PaymentID,
        to store: any PaymentStore
    ) async throws(StoreError) {
        while true {
            do throws(StoreError) {
                _ = try await store.modify(id, change)
                return
            } catch  where error.code == .busy {
                continue
            }
        }
    }
}
