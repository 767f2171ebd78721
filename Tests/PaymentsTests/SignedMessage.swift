import Foundation
import Signatures

/// A callback as it might be captured: its body, and the headers that sign it.
struct SignedMessage: Sendable {
    let body: [UInt8]
    let headers: [(String, String)]

    /// The text of a file of headers.
    var headerLines: String { headers.map { "\($0): \($1)\n" }.joined() }

    /// `payment.paid` about a payment.
    static func paid(_ id: String, reference: String, amount: String) throws -> SignedMessage {
        let text = """
            {"event":"payment.paid","environment":"SANDBOX","timestamp":"2026-05-05T10:01:00.000Z",\
            "data":{"payment_intent_id":"\(id)","amount":"\(amount)","currency":"BDT","customer_reference":"\(reference)"}}
            """
        return try smsPay(Array(text.utf8))
    }

    /// The sample of SMS Pay's documents.
    static func smsPaySample() throws -> SignedMessage { try smsPay(try fixture("SMSPay/Fixtures/webhook-paid")) }

    /// The sample of Pay2Local's documents, signed in the header over its raw body, and in the body as its writer did.
    static func pay2LocalSample() throws -> SignedMessage {
        let text = String(decoding: try fixture("Pay2Local/Fixtures/callback-deposit-approved"), as: UTF8.self)
        let fields = "10458558|100|BDT|Approved|2024-05-21T15:50:32.024+06:00"
        let inBody = try code(Array(fields.utf8), Settings.accessKey)
        let sample = "ec2e2dfe942ddf3905b06b9e0d4bb502935b6b389432d37e51fc8316d683f0e1"
        let body = Array(text.replacing(sample, with: inBody).utf8)
        let headers = [
            ("Content-Type", "application/json"), ("x-signature", try code(body, Settings.accessKey)),
            ("x-request-id", "c56a4180-65aa-42ec-a945-5fd21dec0538"),
        ]
        return SignedMessage(body: body, headers: headers)
    }

    private static func smsPay(_ body: [UInt8]) throws -> SignedMessage {
        SignedMessage(
            body: body,
            headers: [
                ("Content-Type", "application/json"),
                ("X-Signature", "sha256=" + (try code(body, Settings.webhookSecret))),
            ]
        )
    }

    /// What `openssl` makes of it where there is one, so that our own code does not vouch for itself.
    private static func code(_ message: [UInt8], _ key: String) throws -> String {
        if let code = try OpenSSL.code(message, key) { return code }
        return try SigningKey(key.utf8).code(for: message).hexadecimal
    }

    private static func fixture(_ path: String) throws -> [UInt8] {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: package.appending(path: "Providers/\(path).json")))
    }
}
