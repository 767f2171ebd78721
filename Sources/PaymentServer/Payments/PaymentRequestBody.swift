import PaymentGateway
import StrictJSON

/// The body of `POST /payments`: one object of texts. Amount and seconds may be numbers; they are read from their text.
enum PaymentRequestBody {
    /// Finds every field in a body.
    static func fields(in body: [UInt8]) throws(GatewayError) -> PaymentRequestFields {
        let members: JSONMembers
        do throws(JSONError) {
            guard let found = try JSONDocument(body).root.members else { throw JSONError(.malformed) }
            members = found
        } catch {
            throw GatewayError(.invalidRequest, "body: \(error)")
        }
        var texts: [String: String] = [:]
        for (name, value) in members {
            guard names.contains(name) else {
                throw GatewayError(.invalidRequest, "body: has a field that is not known")
            }
            if value.isNull { continue }
            let number = numbers.contains(name) ? value.number : nil
            guard let text = value.string ?? number else {
                throw GatewayError(.invalidRequest, "\(name): is not a text")
            }
            texts[name] = text
        }
        guard let amount = texts["amount"] else { throw GatewayError(.invalidRequest, "amount: is missing") }
        guard let reference = texts["reference"] else { throw GatewayError(.invalidRequest, "reference: is missing") }
        var fields = PaymentRequestFields(amount: amount, reference: reference)
        fields.kind = texts["kind"]
        fields.currency = texts["currency"]
        fields.method = texts["method"]
        fields.payee = texts["payee"]
        fields.provider = texts["provider"]
        fields.idempotencyKey = texts["idempotencyKey"]
        fields.expiresIn = texts["expiresIn"]
        fields.successURL = texts["successURL"]
        fields.failureURL = texts["failureURL"]
        fields.cancelURL = texts["cancelURL"]
        fields.expiredURL = texts["expiredURL"]
        return fields
    }

    private static let numbers: Set<String> = ["amount", "expiresIn"]

    private static let names: Set<String> = [
        "kind", "amount", "currency", "reference", "method", "payee", "provider", "idempotencyKey", "expiresIn",
        "successURL", "failureURL", "cancelURL", "expiredURL",
    ]
}
