import Pay2Local
import PaymentIntents
import Testing

/// A signature over fields that are joined by a separator is one over a text, and a text can be cut in several ways.
@Suite("Callbacks: references with the separator in them")
struct AmbiguousReferenceTests {
    /// A callback whose fields are signed inside the body, the text that is signed, and the account.
    private struct Signed {
        let settings: [String: SettingValue]
        let body: [UInt8]
        let text: String

        init(
            _ reference: String,
            amount: String = "100.00",
            status: String = "Approved",
            time: String = "2024-05-21T15:50:32.024+06:00",
            format: String = "values",
            separator: String = "|",
            header: String = "off"
        ) throws {
            let fields = [
                (name: "merchant_payment_id", value: reference, json: "\"\(reference)\""),
                (name: "requested_amount", value: amount, json: amount),
                (name: "request_status", value: status, json: "\"\(status)\""),
                (name: "timestamp", value: time, json: "\"\(time)\""),
            ]
            switch format {
            case "values": text = fields.map(\.value).joined(separator: separator)
            case "keyValues": text = fields.map { "\($0.name)=\($0.value)" }.joined(separator: separator)
            default: text = "{" + fields.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
            }
            var body = Body()
            for field in fields { body = body.with(field.name, field.json) }
            self.body = body.with("signature", "\"\(try Signer.signature(of: text))\"").bytes
            settings = [
                "headerSignature": .text(header),
                "bodySignature": .text("fields"),
                "signedFields": .list(fields.map(\.name)),
                "signedFormat": .text(format),
                "signedFieldSeparator": .text(separator),
            ]
        }

        /// Why the callback is refused, with its raw body signed in the header as well.
        func refusal() throws -> CallbackRefusal? { try Receipts.refusal(of: Signer.rawBody(body), settings) }
    }

    /// Why a payment of a reference is not asked for.
    private func objection(to reference: String, _ settings: [String: SettingValue]) throws -> ProviderError? {
        let adapter = try Account.adapter(settings)
        let order = try Order.make(reference: reference)
        do throws(ProviderError) {
            _ = try adapter.request(for: .create(order))
            return nil
        } catch {
            return error
        }
    }

    @Test("A reference that would lend its signature to another payment is neither asked for nor believed")
    func twoPaymentsOfOneText() throws {
        let reference = "bob|500|Approved|x"
        let captured = try Signed(reference, amount: "10", status: "Rejected", time: "T")
        let forged = try Signed("bob", amount: "500", status: "Approved", time: "x|10|Rejected|T")
        #expect(captured.text == forged.text)

        #expect(try captured.refusal() == CallbackRefusal(.malformed, check: "merchant_payment_id"))
        let objection = try #require(try objection(to: reference, captured.settings))
        #expect(objection.code == .invalid)
        #expect(objection.message.hasPrefix("reference:"))
    }

    @Test(
        "The separator is found inside of a reference, at its ends and across them",
        arguments: [
            ("values", "|", "a|b"), ("values", "|", "|b"), ("values", "|", "a|"), ("values", "|", "a|\u{301}"),
            ("keyValues", "&", "a&requested_amount=500"), ("values", "::", "a::b"), ("values", "::", ":b"),
            ("values", "::", "a:"),
        ]
    )
    func ambiguous(format: String, separator: String, reference: String) throws {
        let signed = try Signed(reference, format: format, separator: separator)
        #expect(try signed.refusal() == CallbackRefusal(.malformed, check: "merchant_payment_id"))
        #expect(try objection(to: reference, signed.settings)?.code == .invalid)
    }

    @Test(
        "Any other reference will do, and any at all in JSON, without a separator, and where the raw body is signed",
        arguments: [
            ("values", "|", "off", "a:b"), ("values", "::", "off", "a:b"), ("values", ":", "off", "ORDER-1"),
            ("json", "|", "off", "a|b"), ("values", "", "off", "a|b"), ("values", "|", "rawBody", "a|b"),
            ("keyValues", "&", "rawBody", "a&b"),
        ]
    )
    func unambiguous(format: String, separator: String, header: String, reference: String) throws {
        let signed = try Signed(reference, format: format, separator: separator, header: header)
        #expect(try signed.refusal() == nil)
        #expect(try objection(to: reference, signed.settings) == nil)
    }
}
