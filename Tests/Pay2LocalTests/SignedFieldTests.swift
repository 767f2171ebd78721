import Pay2Local
import PaymentIntents
import Testing

/// Who holds one callback can change whatever its signature does not cover, and send it again.
@Suite("Callbacks: what is not signed is not said")
struct SignedFieldTests {
    /// What a callback says whose body is signed as the example of the README does it.
    private func evidence(_ body: Body, signing text: String, _ more: [String: SettingValue] = [:]) throws -> Evidence {
        let signed = body.with("signature", "\"\(try Signer.signature(of: text))\"")
        let settings = Account.bodyFields.merging(more) { $1 }
        switch try Receipts.receive(Signer.callback(signed.bytes, signature: nil), settings) {
        case .event(.evidence(let evidence)): return evidence
        case let other: throw Receipts.Unexpected(receipt: "\(other)")
        }
    }

    private func terms(_ kind: PaymentKind) throws -> PaymentTerms {
        PaymentTerms(
            kind: kind,
            amount: try Money(parsing: "100", currency: .bdt),
            providerReference: "ORDER-1",
            providerPaymentID: nil
        )
    }

    private let body = Body()
    private let text = "ORDER-1|100.00|BDT|Approved|2024-05-21T15:50:32.024+06:00"

    @Test("a deposit that was turned into a withdrawal names no direction", arguments: [#""Withdraw""#, "7", nil])
    func direction(json: String?) throws {
        let genuine = try evidence(body, signing: text)
        #expect(genuine.kind == nil)
        #expect(try evidence(body.with("request_type", json), signing: text) == genuine)
        #expect(PaymentLookup(genuine) == PaymentLookup(kind: nil, reference: "ORDER-1", providerPaymentID: nil))
        #expect(genuine.assessed(against: try terms(.deposit)).claim == .succeeded)
    }

    @Test("a direction that is signed is named, and one that was changed is refused")
    func signedDirection() throws {
        let names = ["merchant_payment_id", "requested_amount", "currency", "request_type", "request_status"]
        let fields = ["signedFields": SettingValue.list(names)]
        let text = "ORDER-1|100.00|BDT|Withdraw|Approved"
        let withdrawal = body.with("request_type", #""Withdraw""#)
        #expect(try evidence(withdrawal, signing: text, fields).kind == .withdrawal)
        let forged = body.with("signature", "\"\(try Signer.signature(of: text))\"")
        let settings = Account.bodyFields.merging(fields) { $1 }
        let refusal = try Receipts.refusal(of: Signer.callback(forged.bytes, signature: nil), settings)
        #expect(refusal == CallbackRefusal(.mismatch, check: "signature"))
    }

    @Test("a transaction that is not signed is not named", arguments: [#""TX-10""#, "7", nil])
    func transaction(json: String?) throws {
        #expect(try evidence(body.with("transaction_id", json), signing: text).transactionID == nil)
    }

    @Test("a time that is not signed is not named, and one that is signed is")
    func time() throws {
        #expect(try evidence(body, signing: text).statedTime == "2024-05-21T15:50:32.024+06:00")
        let names = ["merchant_payment_id", "requested_amount", "currency", "request_status"]
        let fields = ["signedFields": SettingValue.list(names)]
        #expect(try evidence(body, signing: "ORDER-1|100.00|BDT|Approved", fields).statedTime == nil)
    }

    @Test("an amount whose currency is not signed is no amount, so a success is a review", arguments: ["BDT", "USD"])
    func currency(code: String) throws {
        let fields = ["signedFields": SettingValue.list(["merchant_payment_id", "requested_amount", "request_status"])]
        let body = body.with("currency", "\"\(code)\"")
        let evidence = try evidence(body, signing: "ORDER-1|100.00|Approved", fields)
        #expect(evidence.amount == .absent)
        #expect(evidence.claim == .succeeded)
        #expect(evidence.assessed(against: try terms(.deposit)).claim == .review)
    }

    @Test("where the header covers the raw body, every field is signed")
    func rawBody() throws {
        let evidence = try Receipts.evidence(in: body.bytes)
        #expect(evidence.kind == .deposit)
        #expect(evidence.transactionID == "TX-9")
        #expect(evidence.amount == .money(try Money(parsing: "100", currency: .bdt)))
    }

    @Test(
        "a payment or a status that is not signed is none, where the provider is asked before anything is believed",
        arguments: ["merchant_payment_id", "request_status"]
    )
    func unsignedNames(name: String) throws {
        let parts = [
            ("merchant_payment_id", "ORDER-1"), ("requested_amount", "100.00"), ("request_status", "Approved"),
        ]
        .filter { $0.0 != name }
        let settings = Account.bodyFields.merging([
            "callbackTrust": .text("signedAndConfirmed"), "signedFields": .list(parts.map(\.0)),
        ]) { $1 }
        let signature = try Signer.signature(of: parts.map(\.1).joined(separator: "|"))
        let callback = try Signer.callback(body.with("signature", "\"\(signature)\"").bytes, signature: nil)
        let due = CallbackProblem.notUnderstood("\(name): not signed")
        #expect(try Receipts.receive(callback, settings) == .problem(due))
    }
}
