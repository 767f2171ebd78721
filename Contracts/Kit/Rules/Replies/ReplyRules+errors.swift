import HTTPTypes
import PaymentIntents

/// Errors in the provider's own words.
extension ReplyRules {
    static let errors: [AdapterRule] = [documentedError, othersError]

    static let documentedError = AdapterRule(
        "reply.error.documented",
        "Each documented error means what the documents say: whether nothing was accepted, it was refused, or nobody "
            + "knows."
    ) { subject in
        let adapter = try subject.adapter(try AdapterSetup())
        for exchange in try subject.exchanges() {
            for error in subject.wire.documentedErrors where error.operations.contains(exchange.call.operation) {
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
            for error in subject.wire.documentedErrors
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

    /// An answer, as a violation quotes it.
    static func quoted(_ response: ProviderResponse) -> String {
        "status \(response.status), \(String(decoding: response.body.prefix(300), as: UTF8.self))"
    }
}
