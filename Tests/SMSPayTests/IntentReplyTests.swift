import Foundation
import PaymentIntents
import SMSPay
import Testing

@Suite("Answers: an intent")
struct IntentReplyTests {
    @Test("The intent of the documents, with every raw word beside the typed one", arguments: [200, 201])
    func seed(_ status: Int) throws {
        let body = try Fixture("intent").bytes
        let intent = try TestAccount.sandbox.adapter()
            .intent(in: body, status: status, to: .create(try Orders.fullOrder()))
        #expect(intent.id == "b5012f33-207e-4999-bf8d-5a1ebb10988e")
        #expect(intent.providerPaymentID == intent.id)
        #expect(intent.account.rawValue == "wallets")
        #expect(intent.merchantID == "merchant_abc")
        #expect(intent.environment == .sandbox)
        #expect(intent.kind == .deposit)
        #expect(intent.amount == (try Money(parsing: "500", currency: .bdt)))
        #expect(intent.statedAmount == .money(intent.amount))
        #expect(intent.rawAmount == "500")
        #expect(intent.rawCurrency == "BDT")
        #expect(intent.status == .pending)
        #expect(intent.rawStatus == "PENDING")
        #expect(intent.reference == "ORDER-10045")
        #expect(intent.customerReference == "ORDER-10045")
        #expect(intent.merchantReference == nil)
        #expect(intent.method == nil)
        #expect(intent.receiver?.digits == "01700000001")
        #expect(intent.expiresAt == Date(timeIntervalSince1970: 1_777_975_500))
        #expect(intent.createdAt == Date(timeIntervalSince1970: 1_777_975_200))
        #expect(intent.transactionID == nil)
        let checkout = "https://pay.example.com/checkout/b5012f33-207e-4999-bf8d-5a1ebb10988e"
        #expect(intent.rawCheckoutURL == checkout)
        #expect(intent.nextAction == WebURL(checkout).map { .redirect($0) })
    }

    @Test("The intent of newer documents: another reference, a payment method, no merchant and no creation time")
    func newer() throws {
        let adapter = try TestAccount.live.with(["referenceMode": .text("split")]).adapter()
        let intent = try adapter.intent(in: try Fixture("intent-newer").bytes)
        #expect(intent.id == "live_pi_123")
        #expect(intent.environment == .live)
        #expect(intent.reference == "ORDER-10045")
        #expect(intent.customerReference == "SP7A91BC2D0")
        #expect(intent.merchantReference == "ORDER-10045")
        #expect(intent.method == .bkash)
        #expect(intent.rawMethod == "BKASH_SEND_MONEY")
        #expect(intent.merchantID == nil)
        #expect(intent.createdAt == nil)
        #expect(
            intent.nextAction == WebURL("https://smspaybd.com/checkout/live_pi_123?language=bn").map { .redirect($0) }
        )
    }

    @Test(
        "Every status of the documents, and one that they do not name",
        arguments: [
            ("PENDING", Claim.pending), ("PAID", .succeeded), ("EXPIRED", .expired), ("REJECTED", .rejected),
            ("FAILED", .failed), ("REVIEW_REQUIRED", .review), ("REFUNDED", .review), ("paid", .review),
        ]
    )
    func status(_ status: String, _ claim: Claim) throws {
        let body = try Fixture("intent").replacing("PENDING", with: status)
        let intent = try TestAccount.sandbox.adapter().intent(in: body)
        #expect(intent.claim == claim)
        #expect(intent.rawStatus == status)
        let evidence = intent.evidence(from: .query)
        #expect(evidence.assessed(against: try Orders.terms()).claim == claim)
        #expect(evidence.assessed(against: try Orders.terms()).discrepancies.isEmpty)
    }

    @Test("Row 8: an amount is the same money in every form", arguments: ["500", #""500""#, #""500.0""#, "500.00"])
    func amountForms(_ amount: String) throws {
        let body = try Fixture("intent").replacing(#""500""#, with: amount)
        let intent = try TestAccount.sandbox.adapter().intent(in: body)
        #expect(intent.statedAmount == .money(try Money(parsing: "500", currency: .bdt)))
        #expect(intent.rawAmount == amount.filter { $0 != "\"" })
    }

    @Test("Row 8: PAID of another amount is review", arguments: ["499.99", "500.01", "5000", "0"])
    func otherAmount(_ amount: String) throws {
        let paid = try Fixture("intent").replacing("PENDING", with: "PAID")
        let body = String(decoding: paid, as: UTF8.self).replacingOccurrences(of: #""500""#, with: #""\#(amount)""#)
        let evidence = try TestAccount.sandbox.adapter().intent(in: Array(body.utf8)).evidence(from: .query)
        #expect(evidence.assessed(against: try Orders.terms()).claim == .review)
        #expect(evidence.assessed(against: try Orders.terms()).discrepancies == [.amount])
    }

    @Test("Row 9: another currency, also one that nobody knows, is review", arguments: ["USD", "bdt", "XXX", ""])
    func otherCurrency(_ currency: String) throws {
        let body = try Fixture("intent").replacing("BDT", with: currency)
        let intent = try TestAccount.sandbox.adapter().intent(in: body)
        #expect(intent.rawCurrency == currency)
        let assessed = intent.evidence(from: .query).assessed(against: try Orders.terms())
        #expect(assessed.claim == .review)
        #expect(assessed.discrepancies == [.currency])
    }

    @Test("Row 11: an answer out of another environment is no intent, and leaves a creation unknown")
    func otherEnvironment() throws {
        let create = ProviderCall.create(try Orders.order())
        for environment in ["LIVE", "sandbox", "STAGING", ""] {
            let body = try Fixture("intent").replacing("SANDBOX", with: environment)
            let error = try TestAccount.sandbox.adapter().error(in: body, status: 201, to: create)
            #expect(error.code == .unreadable)
            #expect(error.consequence == .unknown)
            #expect(error.message.contains("environment"))
        }
    }

    @Test(
        "A field that must be there and is not, or has another type, makes the answer unreadable",
        arguments: ["id", "environment", "amount", "currency", "status", "customerReference"],
        ["missing", "null", "true", "{}", "[]"]
    )
    func requiredFields(_ field: String, _ value: String) throws {
        var members = try intentMembers()
        members[field] = value == "missing" ? nil : value
        let error = try TestAccount.sandbox.adapter().error(in: json(members))
        #expect(error.code == .unreadable)
        #expect(error.message.hasPrefix(field))
    }

    @Test(
        "An amount that is no plain decimal makes the answer unreadable",
        arguments: [#""""#, #""-500""#, "-500", #""+500""#, "5e2", #""500.001""#, #""0500""#, #""৫০০""#, #"" 500""#]
    )
    func unreadableAmount(_ amount: String) throws {
        var members = try intentMembers()
        members["amount"] = amount
        #expect(try TestAccount.sandbox.adapter().error(in: json(members)).code == .unreadable)
    }

    @Test(
        "All other fields may be absent, null or of another type, and new ones may come",
        arguments: ["missing", "null", "7", "{}"]
    )
    func optionalFields(_ value: String) throws {
        var members = try intentMembers()
        for field in ["merchantId", "receiverMsisdn", "checkoutUrl", "expiresAt", "createdAt", "paymentMethod"] {
            members[field] = value == "missing" ? nil : value
        }
        members["somethingNew"] = #"{"deep":[1,2,3]}"#
        let intent = try TestAccount.sandbox.adapter().intent(in: json(members))
        #expect(intent.status == .pending)
        #expect(intent.receiver == nil)
        #expect(intent.expiresAt == nil)
        #expect(intent.method == nil)
        #expect(intent.nextAction == .none)
    }

    @Test(
        "The payment method is read in any case, and an unknown one keeps its name",
        arguments: [
            ("bkash_send_money", "bkash"), ("BKASH_PAYMENT", "bkash"), ("NAGAD_SEND_MONEY", "nagad_send_money"),
        ]
    )
    func paymentMethod(_ written: String, _ method: String) throws {
        var members = try intentMembers()
        members["paymentMethod"] = #""\#(written)""#
        let intent = try TestAccount.sandbox.adapter().intent(in: json(members))
        #expect(intent.method?.rawValue == method)
        #expect(intent.rawMethod == written)
    }

    @Test(
        "The reference that is compared is the one of the mode; the other one is no substitute that passes",
        arguments: [
            ("seed", #""ORDER-10045""#, "null", Claim.pending), ("seed", #""ORDER-10045""#, #""other""#, .pending),
            ("seed", #""SP7A91BC2D0""#, #""ORDER-10045""#, .review), ("seed", #""order-10045""#, "null", .review),
            ("split", #""SP7A91BC2D0""#, #""ORDER-10045""#, .pending), ("split", #""SP7A91BC2D0""#, "null", .review),
            ("split", #""ORDER-10045""#, #""other""#, .review),
        ]
    )
    func reference(_ mode: String, _ customer: String, _ merchant: String, _ claim: Claim) throws {
        var members = try intentMembers()
        members["customerReference"] = customer
        members["merchantReference"] = merchant
        let adapter = try TestAccount.sandbox.with(["referenceMode": .text(mode)]).adapter()
        let evidence = try adapter.intent(in: json(members)).evidence(from: .query)
        #expect(evidence.assessed(against: try Orders.terms()).claim == claim)
    }

    @Test("The answer about another payment is review")
    func otherPayment() throws {
        let evidence = try TestAccount.sandbox.adapter()
            .intent(in: try Fixture("intent").bytes)
            .evidence(from: .query)
        #expect(evidence.assessed(against: try Orders.terms(id: "another")).discrepancies == [.providerPaymentID])
    }

    @Test(
        "Rows 16, 17 and 28: what is not one strict JSON object is unreadable, and leaves a creation unknown",
        arguments: [
            "", " ", "null", "[]", "\"PAID\"", "<!DOCTYPE html><html>502</html>", #"{"id":"b5012f33-"#,
            "\u{FEFF}{}", #"{"id":"a","id":"b"}"#, #"{"id":"a","\u0069d":"b"}"#, #"{"id":"a",}"#, #"{"id":"\ud800"}"#,
            #"{"statusCode":401,"message":"no"}"#, String(repeating: "[", count: 100_000),
        ]
    )
    func notAnIntent(_ body: String) throws {
        let adapter = try TestAccount.sandbox.adapter()
        for call in [ProviderCall.create(try Orders.order()), Orders.query(), .list(page: 1)] {
            let error = try adapter.error(in: Array(body.utf8), status: 200, to: call)
            #expect(error.code == .unreadable)
            #expect(error.consequence == .unknown)
            #expect(error.httpStatus == 200)
        }
    }

    @Test("Row 28: an intent cut short at any byte is unreadable")
    func cutShort() throws {
        let adapter = try TestAccount.sandbox.adapter()
        let body = try Fixture("intent").bytes
        for length in 0..<(body.count - 2) {
            #expect(try adapter.error(in: Array(body.prefix(length))).code == .unreadable)
        }
    }

    private func intentMembers() throws -> [String: String] {
        [
            "id": #""b5012f33-207e-4999-bf8d-5a1ebb10988e""#, "environment": #""SANDBOX""#, "amount": #""500""#,
            "currency": #""BDT""#, "status": #""PENDING""#, "customerReference": #""ORDER-10045""#,
        ]
    }

    private func json(_ members: [String: String]) -> [UInt8] {
        Array(("{" + members.map { #""\#($0.key)":\#($0.value)"# }.joined(separator: ",") + "}").utf8)
    }
}
