import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Signatures
import Testing

/// Payments, callbacks and times for tests.
enum Samples {
    static let now = Date(timeIntervalSince1970: 1_777_975_200.125)

    /// When everything that a sample makes is due.
    static let later = now.addingTimeInterval(3600)

    static func payment(_ reference: String, id: String? = nil) throws -> Payment {
        var generator = SystemRandomNumberGenerator()
        var payment = Payment(
            id: PaymentID(at: now, using: &generator),
            environment: .sandbox,
            request: PaymentRequest(
                kind: .deposit,
                amount: try #require(Money(minorUnits: 50_000, currency: .bdt)),
                reference: try #require(MerchantReference(reference))
            ),
            account: try #require(AccountName("wallets")),
            adapter: "sample",
            at: now,
            leasedUntil: now.addingTimeInterval(60)
        )
        payment.providerPaymentID = id
        return payment
    }

    static func evidence(_ claim: Claim, of id: String?, reference: String? = nil) throws -> Evidence {
        Evidence(
            claim: claim,
            source: .callback,
            rawStatus: claim.rawValue,
            kind: .deposit,
            amount: .money(try #require(Money(minorUnits: 50_000, currency: .bdt))),
            reference: reference,
            providerPaymentID: id,
            transactionID: nil
        )
    }

    /// Equal arguments give equal bytes.
    static func callback(_ claim: Claim, of id: String?, reference: String? = nil) throws -> CallbackDelivery {
        let body = Array("\(claim.rawValue) \(id ?? "-") \(reference ?? "-")".utf8)
        return CallbackDelivery(
            account: try #require(AccountName("wallets")),
            callback: Callback(headers: [.contentType: "application/json"], body: body),
            bodyHash: try SHA256Digest(of: body).hexadecimal,
            receivedAt: now,
            meaning: .evidence(try evidence(claim, of: id, reference: reference), trust: .signed)
        )
    }
}

extension PaymentStore {
    /// Everything in the outbox.
    func outbox() async throws -> [OutboxEntry] {
        try await notifications(matching: OutboxFilter(limit: 100_000))
    }
}
