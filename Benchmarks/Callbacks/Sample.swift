import Foundation
import HTTPTypes
import Pay2Local
import PaymentIntents
import SMSPay
import Signatures

/// A provider's sample callback, signed, with the payment that it belongs to.
struct Sample<Adapter: ProviderAdapter> {
    let adapter: Adapter
    let headers: HTTPFields
    let body: [UInt8]

    /// What was asked for, as a store has it.
    let terms: PaymentTerms

    /// What was claimed before, as a store has it: that the payment waits for the customer.
    let lifecycle = Lifecycle(claims: .pending, hasAnnouncedSuccess: false)
}

/// The secret that every sample is signed with; the peers have it too.
let benchmarkSecret = "whsec_benchmark_secret_of_no_account"

extension Sample<SMSPayAdapter> {
    /// SMS Pay API, ‘Webhooks’.
    static func smsPay(body: [UInt8]) throws -> Self {
        var settings = AdapterSettings(
            account: try account("wallets"),
            environment: .sandbox,
            values: [
                "apiKey": .text("sk_test_benchmark_key"),
                "webhookSecrets": .text(benchmarkSecret),
            ]
        )
        let signature = try SigningKey(benchmarkSecret.utf8).code(for: body).hexadecimal
        return Self(
            adapter: try SMSPayAdapter(settings: &settings),
            headers: try headers(["X-Signature": "sha256=\(signature)"], of: body),
            body: body,
            terms: PaymentTerms(
                kind: .deposit,
                amount: try Money(parsing: "500", currency: .bdt),
                providerReference: "ORDER-10045",
                providerPaymentID: "b5012f33-207e-4999-bf8d-5a1ebb10988e"
            )
        )
    }
}

extension Sample<Pay2LocalAdapter> {
    private static var signedFields: [String] {
        ["merchant_payment_id", "requested_amount", "currency", "request_status", "timestamp"]
    }

    /// Pay2Local API, Payment Callback.
    ///
    /// - Parameters:
    ///   - unsignedBody: The sample. Its own `signature` is of a key that nobody knows.
    ///   - signsFields: Whether the member `signature` has to hold as well as the header.
    /// - Returns: The sample, signed with ``benchmarkSecret``.
    /// - Throws: What goes wrong while an adapter or a key is made.
    static func pay2Local(unsignedBody: [UInt8], signsFields: Bool) throws -> Self {
        let key = try SigningKey(benchmarkSecret.utf8)
        var text = String(decoding: unsignedBody, as: UTF8.self)
        if signsFields {
            let message = "10458558|100|BDT|Approved|2024-05-21T15:50:32.024+06:00"
            guard let member = text.range(of: #""signature": ""#) else { throw WrongResult() }
            let old = member.upperBound..<text.index(member.upperBound, offsetBy: 64)
            text.replaceSubrange(old, with: try key.code(for: Array(message.utf8)).hexadecimal)
        }
        let body = Array(text.utf8)
        var settings = AdapterSettings(
            account: try account("agents"),
            environment: .sandbox,
            values: [
                "accessKey": .text(benchmarkSecret),
                "publicKey": .text("benchmark_public_key"),
                "returnURL": .text("https://shop.example/back"),
                "serviceType": .text("p2p_agent"),
                "headerSignature": .text("rawBody"),
                "bodySignature": .text(signsFields ? "fields" : "off"),
                "signedFields": .list(signedFields),
            ]
        )
        let signed: KeyValuePairs = [
            "X-Signature": try key.code(for: body).hexadecimal,
            "X-Request-Id": "236a4d5f-884a-4934-90af-04306146c328",
        ]
        return Self(
            adapter: try Pay2LocalAdapter(settings: &settings),
            headers: try headers(signed, of: body),
            body: body,
            terms: PaymentTerms(
                kind: .deposit,
                amount: try Money(parsing: "100", currency: .bdt),
                providerReference: "10458558",
                providerPaymentID: nil
            )
        )
    }
}

extension Sample {
    private static func account(_ name: String) throws -> AccountName {
        guard let name = AccountName(name) else { throw WrongResult() }
        return name
    }

    /// The headers that a request has besides, in front of its own as an HTTP client sends them.
    private static func headers(_ own: KeyValuePairs<String, String>, of body: [UInt8]) throws -> HTTPFields {
        let usual: KeyValuePairs = [
            "User-Agent": "axios/1.7.2", "Accept": "application/json", "Content-Type": "application/json",
            "Content-Length": "\(body.count)", "Connection": "keep-alive",
        ]
        var headers = HTTPFields()
        for (name, value) in Array(usual) + Array(own) {
            guard let name = HTTPField.Name(name) else { throw WrongResult() }
            headers.append(HTTPField(name: name, value: value))
        }
        return headers
    }
}
