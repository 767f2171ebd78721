import HTTPTypes
import PaymentIntents

/// Errors in the provider's own words.
extension ReplyRules {
    static let errors: [AdapterRule] = [documentedError, othersError, quiet]

    static let documentedError = AdapterRule(
        "reply.error.documented",
        "Each documented error means what the documents say: whether nothing was accepted, it was refused, or nobody "
            + "knows."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            for error in documentedErrors(of: subject) where error.operations.contains(exchange.call.operation) {
                let outcome = ReplyOutcome(of: error.response, to: exchange.call, at: adapter)
                try require(
                    outcome.error?.code == error.code && outcome.error?.httpStatus == error.response.status,
                    sent: "\(quoted(error.response)) to \(exchange.call.quoted)",
                    came: "\(outcome), status \(outcome.error?.httpStatus ?? 0)",
                    due: "\(error.code.rawValue), status \(error.response.status)"
                )
            }
        }
    }

    static let othersError = AdapterRule(
        "reply.error.others",
        "A definite no is believed in the provider's own form only: a firewall's no, with the same status, is not the "
            + "provider's."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let definite: Set<ProviderError.Code> = [.refused, .notFound, .keyConflict]
        for exchange in try subject.exchanges() {
            for error in documentedErrors(of: subject)
            where error.operations.contains(exchange.call.operation) && definite.contains(error.code) {
                let bodies = [
                    page, [], Array(error.response.body.dropLast()), Array("{}".utf8), Array("[]".utf8),
                    Array("null".utf8), Array(#""no""#.utf8), Array(#"{"error":"blocked"}"#.utf8),
                    Array(#"{"message":"Forbidden"}"#.utf8), Array(#"{"message":"Forbidden","code":403}"#.utf8),
                ]
                for body in bodies {
                    var response = error.response
                    response.body = body
                    try ReplyOutcome(of: response, to: exchange.call, at: adapter)
                        .requireOpen(sent: "\(quoted(response)) to \(exchange.call.quoted)")
                }
            }
        }
    }

    static let quiet = AdapterRule(
        "reply.error.quiet",
        "Errors are logged and shown, and answers carry phone numbers and whatever an attacker wrote: none is quoted."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        let canary = "canary-01799999999"
        for exchange in try subject.exchanges() {
            var responses: [ProviderResponse] = []
            for path in exchange.answer.leaves {
                for value in [MessageJSON.string(canary), .array([.string(canary)]), .object([.init(canary, .null)])] {
                    let body = exchange.answer.setting(path, to: value).bytes
                    responses += [200, 400, 500].map { ProviderResponse(status: $0, body: body) }
                    responses.append(ProviderResponse(status: 200, body: body.dropLast()))
                }
            }
            for error in documentedErrors(of: subject) {
                guard let body = try? MessageJSON(error.response.body) else { continue }
                for path in body.leaves {
                    var response = error.response
                    response.body = body.setting(path, to: .string(canary)).bytes
                    responses.append(response)
                }
            }
            for status in [200, 403, 404, 429, 502] {
                responses.append(
                    ProviderResponse(status: status, headers: [.retryAfter: canary], body: Array("<p>\(canary)".utf8))
                )
            }
            for response in responses {
                guard let error = ReplyOutcome(of: response, to: exchange.call, at: adapter).error else { continue }
                var text = ""
                dump(error, to: &text)
                try require(!text.contains(canary), sent: quoted(response), came: text, due: "nothing of the answer")
            }
        }
    }

    private static func documentedErrors(of subject: any AdapterSubject) -> [DocumentedError] {
        [DocumentedError(subject.wire.refusal, to: [.create], means: .refused)] + subject.wire.errors
    }

    private static func quoted(_ response: ProviderResponse) -> String {
        "status \(response.status), \(String(decoding: response.body.prefix(300), as: UTF8.self))"
    }
}
