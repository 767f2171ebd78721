import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStorePostgres

/// Every call of a store, on every way through it that leads to a statement of its own.
enum EveryCall {
    static func make(on store: PostgresPaymentStore) async throws {
        try await record(on: store)
        try await takeCallbacks(on: store)
        try await list(on: store)
        try await deliver(on: store)
        _ = try await store.claimDue(at: Samples.later, limit: 3, until: Samples.later)
        _ = try await store.forgetCallbacks(before: Samples.now, limit: 3)
        try await store.check()
        // A callback that cannot be folded needs a row that cannot be read.
        try await store.write { ledger in _ = try ledger.run([WaitingCallback.parking(0)]) }
    }

    private static func record(on store: PostgresPaymentStore) async throws {
        var payment = try Samples.payment("new", id: "new")
        _ = try await store.record(payment)
        _ = try await store.record(payment)
        // The same reference under another key.
        var request = PaymentRequest(amount: payment.amount, reference: payment.request.reference)
        request.idempotencyKey = IdempotencyKey("another key")
        var generator = SystemRandomNumberGenerator()
        payment = Payment(
            id: PaymentID(at: Samples.now, using: &generator),
            environment: .sandbox,
            request: request,
            account: payment.account,
            adapter: "sample",
            at: Samples.now,
            leasedUntil: Samples.later
        )
        _ = try await store.record(payment)
        _ = try await store.payment(payment.id)
        _ = try await store.payment(holding: payment.request.key, kind: .deposit)
        _ = try await store.history(of: payment.id)
    }

    private static func takeCallbacks(on store: PostgresPaymentStore) async throws {
        // One that is known, and one that is not and waits until its payment gets that name.
        _ = try await store.absorb([
            try Samples.callback(.succeeded, of: "new"), try Samples.callback(.succeeded, of: "later"),
            try Samples.callback(.succeeded, of: nil, reference: "much later"),
        ])
        let payment = try Samples.payment("later")
        _ = try await store.record(payment)
        let named = try await store.modify(payment.id) { payment in
            var payment = payment
            payment.providerPaymentID = "later"
            return PaymentChange(payment)
        }
        #expect(named?.payment.status == .succeeded)
        _ = try await store.inboxEntry(1)
        for state in [nil] + InboxState.allCases.map(Optional.some) {
            _ = try await store.inbox(matching: InboxFilter(state: state))
        }
    }

    private static func list(on store: PostgresPaymentStore) async throws {
        let payment = try Samples.payment("new")
        for status in [nil, PaymentStatus.pending] {
            for account in [nil, payment.account] {
                for reference in [nil, "new"] {
                    for after in [nil, payment.id] {
                        let filter = PaymentFilter(
                            status: status,
                            account: account,
                            reference: reference,
                            after: after
                        )
                        _ = try await store.payments(matching: filter)
                    }
                }
            }
        }
    }

    private static func deliver(on store: PostgresPaymentStore) async throws {
        for state in [nil] + OutboxState.allCases.map(Optional.some) {
            _ = try await store.notifications(matching: OutboxFilter(state: state))
        }
        _ = try await store.notifications(matching: OutboxFilter(isScheduled: true))
        let taken = try await store.claimNotifications(at: Samples.later, limit: 1, until: Samples.later)
        let item = try #require(taken.first)
        try await store.settle(
            NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered)
        )
        _ = try await store.replayNotification(item.notification.id, at: Samples.now)
    }
}
