import PaymentContracts
import PaymentGateway
import PaymentIntents

/// Everything that can be seen of one payment, to compare it before and after.
struct Observation: Sendable, Hashable {
    let payment: Payment?
    let history: [HistoryEntry]

    /// Looks at a payment.
    init(of id: PaymentID, in store: any PaymentStore) async throws {
        payment = try await store.payment(id)
        history = try await store.history(of: id)
    }
}

extension RecordOutcome {
    /// The payment, and whether it is new.
    var parts: (payment: Payment, isNew: Bool) {
        switch self {
        case .recorded(let payment): (payment, true)
        case .existing(let payment): (payment, false)
        }
    }
}
