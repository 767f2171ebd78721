import PaymentContracts
import PaymentGateway
import PaymentIntents

extension StoreSubject {
    /// Runs a piece of work on an empty store.
    func withStore(_ work: @Sendable (any PaymentStore) async throws -> Void) async throws {
        try await withEmptyData { data in try await data.withStore { store in try await work(store) } }
    }

    /// Runs a piece of work on an empty store that is open twice, or on one opening under two names where data can be
    /// open only once.
    func withOpenings(_ work: @Sendable (any StoreData, [any PaymentStore]) async throws -> Void) async throws {
        let isShared = isShared
        try await withEmptyData { data in
            try await data.withStore { first in
                guard isShared else { return try await work(data, [first, first]) }
                try await data.withStore { second in try await work(data, [first, second]) }
            }
        }
    }
}

extension StoreData {
    /// Opens the data for a piece of work, and closes them after it.
    func withStore<Value: Sendable>(
        _ environment: PaymentEnvironment = .sandbox,
        _ work: @Sendable (any PaymentStore) async throws -> Value
    ) async throws -> Value {
        let store = try await open(environment)
        do {
            let value = try await work(store)
            await store.close()
            return value
        } catch {
            await store.close()
            throw error
        }
    }
}
