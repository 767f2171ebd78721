/// What goes in and what must come out, by examples that stand apart from all code.
enum VectorRules {
    static let all: [AdapterRule] =
        VectorReadingRules.all
        + [requests, requestErrors, replies, replyErrors, callbacks, refusals, acknowledgements, status]

    static let requests = rule(
        "vectors.requests",
        "What leaves is the request of the vectors: method, address, headers and body, byte for byte.",
        of: .request,
        expecting: ["request"]
    )

    static let requestErrors = rule(
        "vectors.request-errors",
        "What the provider cannot take is refused before anything is sent, and the error names the field.",
        of: .request,
        expecting: ["error"]
    )

    static let replies = rule(
        "vectors.replies",
        "An answer means what the vectors say: claim, amount, names, and what the customer does next.",
        of: .reply,
        expecting: ["intent", "page", "balance"]
    )

    static let replyErrors = rule(
        "vectors.reply-errors",
        "An answer that is no payment says whether something can have been accepted, and when to ask again.",
        of: .reply,
        expecting: ["error"]
    )

    static let callbacks = rule(
        "vectors.callbacks",
        "An authentic callback means what the vectors say, and one that is only a hint is only a hint.",
        of: .callback,
        expecting: ["evidence", "challenge", "hint", "problem"]
    )

    static let refusals = rule(
        "vectors.callback-refusals",
        "A callback that is not authentic is refused, and the refusal names the check that failed.",
        of: .callback,
        expecting: ["refusal"]
    )

    static let acknowledgements = rule(
        "vectors.acknowledgements",
        "The provider reads the acknowledgement that it documents, or it sends the callback again.",
        of: .callback,
        expecting: ["acknowledgement"]
    )

    static let status = rule(
        "vectors.status",
        "Beside the payment that is stored, a callback is worth what the vectors say, and no more.",
        of: .callback,
        expecting: ["comparison"]
    )
}
