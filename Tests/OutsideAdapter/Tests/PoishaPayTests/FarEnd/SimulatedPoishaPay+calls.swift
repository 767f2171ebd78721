import HTTPTypes
import PaymentIntents
import StrictJSON

/// ‘Payments’ and ‘Errors’, from the other side.
extension SimulatedPoishaPay {
    private static let pageSize = 50

    func respond(to request: ProviderRequest) -> ProviderResponse {
        guard request.headers[.authorization] == authorization else { return Self.error(401, "unauthorized") }
        guard request.url.hasPrefix(baseURL + "/v1/payments") else { return Self.error(404, "not_found") }
        let path = request.url.dropFirst(baseURL.count + "/v1/payments".count)
        switch (request.method, path.first) {
        case (.post, nil): return create(request)
        case (.get, "?"): return page(Int(path.drop { $0 != "=" }.dropFirst()) ?? 0)
        case (.get, "/"):
            guard let payment = payments.first(where: { $0.id == path.dropFirst() }) else {
                return Self.error(404, "not_found")
            }
            return Self.success(payment.answer)
        default: return Self.error(404, "not_found")
        }
    }

    private func create(_ request: ProviderRequest) -> ProviderResponse {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
            return Self.error(422, "invalid")
        }
        if let (body, payment) = keys[key] {
            guard body == request.body else { return Self.error(409, "key_reused") }
            return Self.success(payments[payment].answer)
        }
        guard let order = try? JSONDocument(request.body).root else { return Self.error(422, "invalid") }
        if let field = Self.wrongField(order) { return Self.error(422, "invalid", field: field) }
        let payment = SimulatedPayment(
            id: "pp_\(payments.count + 1)",
            mode: mode,
            direction: order["direction"]?.string ?? "",
            amount: order["amount"]?.integer ?? 0,
            reference: order["reference"]?.string ?? "",
            method: order["method"]?.string,
            createdAt: now,
            expiresAt: now + (order["expires_in"]?.integer ?? 900)
        )
        keys[key] = (request.body, payments.count)
        payments.append(payment)
        return Self.success(payment.answer)
    }

    private static func wrongField(_ order: JSONValue) -> String? {
        let direction = order["direction"]?.string
        if direction != "in", direction != "out" { return "direction" }
        guard let amount = order["amount"]?.integer, amount > 0 else { return "amount" }
        if order["currency"]?.string != "BDT" { return "currency" }
        if order["reference"]?.filledString == nil { return "reference" }
        if let method = order["method"], !["bkash", "nagad", "rocket"].contains(method.string) { return "method" }
        if direction == "out", order["payee"]?.filledString == nil { return "payee" }
        return nil
    }

    private func page(_ page: Int) -> ProviderResponse {
        let latest = payments.reversed().dropFirst(max(0, page - 1) * Self.pageSize)
        var answer = JSONObjectWriter()
        answer.write("payments", list: latest.prefix(Self.pageSize).map(\.answer))
        answer.write("more", latest.count > Self.pageSize)
        return Self.success(answer)
    }

    private static func success(_ answer: JSONObjectWriter) -> ProviderResponse {
        ProviderResponse(status: 200, headers: [.contentType: "application/json"], body: answer.finished())
    }

    static func error(_ status: Int, _ code: String, field: String? = nil) -> ProviderResponse {
        var error = JSONObjectWriter()
        error.write("code", code)
        error.write("field", field)
        var answer = JSONObjectWriter()
        answer.write("error", error)
        return ProviderResponse(status: status, headers: [.contentType: "application/json"], body: answer.finished())
    }
}
