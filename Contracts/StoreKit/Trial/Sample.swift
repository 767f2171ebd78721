import Foundation
import HTTPTypes
import PaymentContracts
import PaymentGateway
import PaymentIntents
import Signatures

/// Payments, callbacks and times that the rules write.
enum Sample {
    static let now = Date(timeIntervalSince1970: 1_777_975_200.125)

    /// When everything that a sample makes is due.
    static let later = now.addingTimeInterval(3600)

    static func valid<Value>(_ value: Value?, _ text: String) throws(ContractViolation) -> Value {
        guard let value else { throw ContractViolation(sent: text, came: "refused", due: "valid") }
        return value
    }

    static func account(_ name: String = "wallets") throws -> AccountName {
        try valid(AccountName(name), name)
    }

    static func money(_ minorUnits: Int64, _ currency: Currency = .bdt) throws -> Money {
        try valid(Money(minorUnits: minorUnits, currency: currency), "\(minorUnits) minor units")
    }

    static func request(
        _ reference: String = "ORDER-1",
        key: String? = nil,
        kind: PaymentKind = .deposit,
        amount: Money? = nil
    ) throws -> PaymentRequest {
        PaymentRequest(
            kind: kind,
            amount: try amount ?? money(50_000),
            reference: try valid(MerchantReference(reference), reference),
            idempotencyKey: try key.map { try valid(IdempotencyKey($0), $0) }
        )
    }

    static func payment(
        _ request: PaymentRequest,
        account: String = "wallets",
        environment: PaymentEnvironment = .sandbox,
        at time: Date = now
    ) throws -> Payment {
        var generator = SystemRandomNumberGenerator()
        return Payment(
            id: PaymentID(at: time, using: &generator),
            environment: environment,
            request: request,
            account: try Sample.account(account),
            adapter: "sample",
            at: time,
            leasedUntil: time.addingTimeInterval(60)
        )
    }

    static func payment(
        _ reference: String = "ORDER-1",
        key: String? = nil,
        kind: PaymentKind = .deposit,
        account: String = "wallets",
        environment: PaymentEnvironment = .sandbox,
        at time: Date = now
    ) throws -> Payment {
        try payment(try request(reference, key: key, kind: kind), account: account, environment: environment, at: time)
    }

    static func delivery(
        _ meaning: CallbackDelivery.Meaning,
        body: [UInt8],
        headers: HTTPFields = [.contentType: "application/json"],
        account: String = "wallets",
        at time: Date = now
    ) throws -> CallbackDelivery {
        CallbackDelivery(
            account: try Sample.account(account),
            callback: Callback(headers: headers, body: body),
            bodyHash: try SHA256Digest(of: body).hexadecimal,
            receivedAt: time,
            meaning: meaning
        )
    }

    /// What a provider says of a payment of the sample amount.
    static func evidence(
        _ claim: Claim,
        of id: String? = nil,
        reference: String? = nil,
        kind: PaymentKind? = .deposit,
        transaction: String? = nil
    ) throws -> Evidence {
        Evidence(
            claim: claim,
            source: .callback,
            rawStatus: claim.rawValue,
            kind: kind,
            amount: .money(try money(50_000)),
            reference: reference,
            providerPaymentID: id,
            transactionID: transaction
        )
    }

    /// A signed callback that is believed as it stands. Equal arguments give equal bytes.
    static func callback(
        _ claim: Claim,
        of id: String? = nil,
        reference: String? = nil,
        kind: PaymentKind? = .deposit,
        transaction: String? = nil,
        note: String = "",
        account: String = "wallets",
        at time: Date = now
    ) throws -> CallbackDelivery {
        let evidence = try evidence(claim, of: id, reference: reference, kind: kind, transaction: transaction)
        let names = [id, reference, kind?.rawValue, transaction].map { $0 ?? "-" }
        let body = "\(claim.rawValue) \(names.joined(separator: "/")) \(note)"
        return try delivery(.evidence(evidence, trust: .signed), body: Array(body.utf8), account: account, at: time)
    }
}
