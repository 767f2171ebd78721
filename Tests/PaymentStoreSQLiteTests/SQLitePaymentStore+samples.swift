import Foundation
import GRDB
import PaymentGateway
import PaymentIntents
import Testing

@testable import PaymentStoreSQLite

extension SQLitePaymentStore {
    /// Records a payment that is new.
    func recorded(_ payment: Payment) async throws -> Payment {
        guard case .recorded(let payment) = try await record(payment) else {
            Issue.record("the key was taken")
            return payment
        }
        return payment
    }

    /// Records a payment and gives it its provider's id.
    func created(_ payment: Payment, as id: String) async throws -> Payment {
        try await name(try await recorded(payment).id, id)
    }

    /// Gives a payment its provider's id, as the answer to the creation does.
    @discardableResult
    func name(_ payment: PaymentID, _ id: String, at now: Date = Samples.now) async throws -> Payment {
        let outcome = try await modify(payment) { payment in
            var payment = payment
            payment.creation = .created
            payment.providerPaymentID = id
            payment.leasedUntil = nil
            let evidence = Evidence(claim: .pending, source: .creation, rawStatus: "PENDING", providerPaymentID: id)
            return payment.absorbing(evidence, trust: nil, at: now)
        }
        return try #require(outcome).payment
    }

    /// Everything in the outbox that can be delivered in order, delivered.
    func deliverAll(at now: Date = Samples.now.addingTimeInterval(3600)) async throws -> [PaymentNotification] {
        var delivered: [PaymentNotification] = []
        while true {
            let pending = try await claimNotifications(at: now, limit: 100, until: now.addingTimeInterval(60))
            if pending.isEmpty { return delivered }
            for item in pending {
                delivered.append(item.notification)
                try await settle(NotificationResult(id: item.notification.id, fence: item.fence, outcome: .delivered))
            }
        }
    }

    /// One number out of the file.
    func count(_ sql: String) async throws -> Int {
        try await read { ledger in try Int.fetchOne(ledger.database, sql: sql) ?? 0 }
    }

    /// One text out of the file.
    func text(_ sql: String) async throws -> String? {
        try await read { ledger in try String.fetchOne(ledger.database, sql: sql) }
    }
}
