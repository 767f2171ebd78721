@testable import PaymentContracts
import Testing

/// Which rules are left out is pinned here, so that none is left out by accident.
@Suite("What does not apply")
struct ApplicabilityTests {
    @Test("exactly these rules are left out, and no others")
    func names() {
        #expect(
            Self.left(out: "smspay") == [
                "request.amount.fraction",
                "request.kind",
                "request.wallet",
                "request.payee",
                "request.payee.missing",
                "reply.balance.stated",
                "reply.balance.spoiled",
                "callback.signature.inside-body",
                "callback.signed-header.every-byte",
                "callback.signed-header.present",
                "callback.signed-header.once",
                "callback.content.other-kind",
                "capabilities.balance",
                "capabilities.methods",
                "capabilities.missing-method",
            ]
        )
        #expect(
            Self.left(out: "pay2local") == [
                "request.list.pages",
                "request.amount.fraction-refused",
                "request.time-to-pay",
                "reply.environment",
                "reply.list.page",
                "reply.list.end",
                "reply.list.spoiled",
                "callback.signature.one-wrong",
                "callback.signature.each-header",
                "callback.signature.prefix",
                "callback.signed-header.every-byte",
                "callback.signed-header.present",
                "callback.signed-header.once",
                "callback.content.other-environment",
                "callback.content.unknown-environment",
                "callback.content.other-payment-id",
                "callback.content.challenges",
                "lifecycle.late-success",
                "lifecycle.expiry-by-query",
                "idempotency.sent-twice",
                "idempotency.key-conflict",
                "idempotency.own-key",
                "idempotency.after-silence",
                "idempotency.found-in-list",
                "secrets.environments-apart",
                "capabilities.list",
                "capabilities.missing-kind",
            ]
        )
        #expect(
            Self.left(out: "pay2local (fields)") == [
                "request.list.pages",
                "request.amount.fraction-refused",
                "request.time-to-pay",
                "reply.environment",
                "reply.list.page",
                "reply.list.end",
                "reply.list.spoiled",
                "callback.signature.missing",
                "callback.signature.empty",
                "callback.signature.repeated",
                "callback.signature.listed",
                "callback.signature.one-wrong",
                "callback.signature.each-header",
                "callback.signature.every-bit-of-text",
                "callback.signature.upper-case",
                "callback.signature.padded",
                "callback.signature.controls",
                "callback.signature.length",
                "callback.signature.full-width",
                "callback.signature.partial",
                "callback.signature.prefix",
                "callback.signature.scheme",
                "callback.signature.rewritten",
                "callback.signature.appended",
                "callback.signed-header.every-byte",
                "callback.signed-header.present",
                "callback.signed-header.once",
                "callback.content.other-environment",
                "callback.content.unknown-environment",
                "callback.content.other-kind",
                "callback.content.other-payment-id",
                "callback.content.challenges",
                "lifecycle.late-success",
                "lifecycle.expiry-by-query",
                "idempotency.sent-twice",
                "idempotency.key-conflict",
                "idempotency.own-key",
                "idempotency.after-silence",
                "idempotency.found-in-list",
                "secrets.environments-apart",
                "capabilities.list",
                "capabilities.missing-kind",
                "vectors.readable",
                "vectors.complete",
                "vectors.requests",
                "vectors.request-errors",
                "vectors.replies",
                "vectors.reply-errors",
                "vectors.callbacks",
                "vectors.callback-refusals",
                "vectors.acknowledgements",
                "vectors.status",
            ]
        )
    }

    private static func left(out name: String) -> [String] {
        AdapterContract.rules
            .filter { rule in
                guard let requirement = rule.requirement else { return false }
                return !BuiltInSubjects.all.contains { $0.title == name && requirement.isMet(by: $0) }
            }
            .map(\.id)
    }
}
