import PaymentGateway
import PaymentIntents
import PaymentStorePostgres
import PaymentStoreSQLite

/// Opens the store at a `postgres://` URL or, for anything else, in a file.
func openStore(_ place: String) async throws -> any PaymentStore {
    if place.hasPrefix("postgres://") {
        return try await PostgresPaymentStore(url: place, environment: .sandbox)
    }
    return try SQLitePaymentStore(path: place, environment: .sandbox)
}
