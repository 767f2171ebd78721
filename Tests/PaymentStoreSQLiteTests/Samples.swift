import Foundation
import HTTPTypes
import PaymentGateway
import PaymentIntents
import Testing

/// Payments, callbacks and times for tests.
enum Samples {
    static let now = Date(timeIntervalSince1970: 1_777_975_200.125)

    static func account(_ name: String = "wallets") throws -> AccountName {
        try #require(AccountName(name))
    }

    static func taka(_ text: String) throws -> Money {
        try Money(parsing: text, currency: .bdt)
    }

    static func payment(
        _ reference: String = "ORDER-1",
        key: String? = nil,
        kind: PaymentKind = .deposit,
        amount: String = "500",
        account: String = "wallets",
        environment: PaymentEnvironment = .sandbox,
        at now: Date = now
    ) throws -> Payment {
        var generator = SystemRandomNumberGenerator()
        return Payment(
            id: PaymentID(at: now, using: &generator),
            environment: environment,
            request: PaymentRequest(
                kind: kind,
                amount: try taka(amount),
                reference: try #require(MerchantReference(reference)),
                idempotencyKey: try key.map { try #require(IdempotencyKey($0)) }
            ),
            account: try Samples.account(account),
            adapter: "smspay",
            at: now,
            leasedUntil: now.addingTimeInterval(60)
        )
    }

    static func evidence(
        _ claim: Claim,
        of id: String?,
        amount: String? = "500",
        transaction: String? = nil,
        kind: PaymentKind? = .deposit,
        reference: String? = nil
    ) throws -> Evidence {
        Evidence(
            claim: claim,
            source: .callback,
            rawStatus: claim.rawValue.uppercased(),
            kind: kind,
            amount: try amount.map { .money(try taka($0)) } ?? .absent,
            reference: reference,
            providerPaymentID: id,
            transactionID: transaction
        )
    }

    static func delivery(
        _ meaning: CallbackDelivery.Meaning,
        body: String,
        account: String = "wallets",
        headers: HTTPFields = [.contentType: "application/json"],
        at now: Date = now
    ) throws -> CallbackDelivery {
        CallbackDelivery(
            account: try Samples.account(account),
            callback: Callback(headers: headers, body: Array(body.utf8)),
            bodyHash: "hash of \(body)",
            receivedAt: now,
            meaning: meaning
        )
    }

    /// A signed callback that is believed as it stands.
    static func callback(
        _ claim: Claim,
        of id: String?,
        amount: String? = "500",
        transaction: String? = nil,
        kind: PaymentKind? = .deposit,
        reference: String? = nil,
        body: String? = nil,
        account: String = "wallets",
        at now: Date = now
    ) throws -> CallbackDelivery {
        let evidence = try evidence(
            claim,
            of: id,
            amount: amount,
            transaction: transaction,
            kind: kind,
            reference: reference
        )
        let names = [id, reference, transaction, amount].compactMap(\.self).joined(separator: "/")
        return try delivery(
            .evidence(evidence, trust: .signed),
            body: body ?? "\(claim.rawValue) \(names)",
            account: account,
            at: now
        )
    }
}
